-- Neovim as a client of the language server: opens a log, asks what an editor asks, and prints the answers as JSON.
-- Arguments come by environment: CAUSELINE_NODE, CAUSELINE_CLI, CAUSELINE_FOLDER, CAUSELINE_FILE, CAUSELINE_LINE (1-based).

local function finish(result)
  io.stdout:write(vim.json.encode(result) .. '\n')
  vim.cmd('qall!')
end

local folder = vim.env.CAUSELINE_FOLDER
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. vim.env.CAUSELINE_FILE))
vim.bo.filetype = 'log'
local buffer = vim.api.nvim_get_current_buf()

local client = vim.lsp.start_client({
  name = 'causeline',
  cmd = { vim.env.CAUSELINE_NODE, vim.env.CAUSELINE_CLI, 'lsp', '--stdio' },
  root_dir = folder,
  workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'logs' } },
})
if client == nil then finish({ failure = 'the client did not start' }) end
vim.lsp.buf_attach_client(buffer, client)

-- Findings arrive once the folder has been read.
local arrived = vim.wait(20000, function()
  return #vim.diagnostic.get(buffer) > 0
end, 50)
if not arrived then finish({ failure = 'no diagnostics came' }) end

local function ask(method, parameters)
  local answers = vim.lsp.buf_request_sync(buffer, method, parameters, 10000)
  local answer = answers and answers[client]
  return answer and answer.result or vim.NIL
end

local document = { uri = vim.uri_from_bufnr(buffer) }
local position = { line = tonumber(vim.env.CAUSELINE_LINE) - 1, character = 0 }
local at = { textDocument = document, position = position }

local lenses = {}
for _, lens in ipairs(ask('textDocument/codeLens', { textDocument = document })) do
  if lens.range.start.line == position.line then table.insert(lenses, ask('codeLens/resolve', lens)) end
end

finish({
  diagnostics = vim.tbl_map(function(found)
    return { line = found.lnum + 1, code = found.code, message = found.message }
  end, vim.diagnostic.get(buffer)),
  hover = ask('textDocument/hover', at),
  definition = ask('textDocument/definition', at),
  references = ask('textDocument/references', { textDocument = document, position = position, context = { includeDeclaration = true } }),
  lenses = lenses,
})
