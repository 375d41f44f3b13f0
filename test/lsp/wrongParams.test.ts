/** A client that asks with parameters of the wrong kind is told what is wrong with them, and the server goes on. */
import { strict as assert } from 'node:assert';
import { ErrorCodes } from 'vscode-languageserver/node';
import { chainsMessage, messages } from '../../server/src/protocol/messages';
import { Session } from './session';
import { folder } from './story';

const uri = `file://${folder}/messages`;
const moment = { uri, line: 0, text: 'x' };

/** For each request what it takes, and what of it may be missing. */
const asked: Readonly<Record<string, { readonly params: Readonly<Record<string, unknown>>; readonly may?: string[] }>> =
  {
    'triage/evidence': { params: { episode: 'e1', limit: 5 } },
    'triage/correction': { params: { source: 'messages', change: { zone: '+08:00' } } },
    'triage/moment': { params: { first: moment, second: moment } },
    'triage/highlights': { params: { uri } },
    'triage/places': { params: { uri, line: 0, target: 'cause' } },
    'triage/nearby': { params: { event: 'e1', kind: 'near', uri }, may: ['uri'] },
    'triage/markdown': { params: { linkBase: '' } },
    'triage/member': { params: { uri } },
    'triage/window': { params: { uri, line: 0, show: 'part' } },
    'triage/timeline': { params: { uri, line: 0, change: 'wider' }, may: ['change'] },
    'triage/journal': { params: { uri } },
    'triage/follow': { params: { name: 'billing-0', first: 3, from: 1, most: 2 }, may: ['first', 'from', 'most'] },
    'triage/rule': { params: { line: 'x' } },
  };
const askedForNothing = ['triage/analyze', 'triage/chains', 'triage/sources'];

const odd: readonly unknown[] = [null, true, -1, 1.5, 1e300, 'nonsense', [], {}, [['x']], { toString: 1 }];

describe('parameters of the wrong kind', () => {
  let session: Session;
  const complaints: string[] = [];

  before(async () => {
    session = await Session.ready();
    session.client.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      complaints.push(message);
    });
  });

  after(() => session.close());

  /** What the server says is wrong; empty when it gave an answer. */
  async function problemWith(method: string, params: unknown): Promise<string> {
    try {
      await session.client.sendRequest(method, params);
      return '';
    } catch (error) {
      const { code, message } = error as { readonly code: number; readonly message: string };
      assert.equal(code, ErrorCodes.InvalidParams, `${method} ${JSON.stringify(params)}: ${message}`);
      return message;
    }
  }

  it('are known for every request', () => {
    const requests = messages.filter(({ kind }) => kind === 'request').map(({ method }) => method);
    assert.deepEqual(requests.sort(), [...Object.keys(asked), ...askedForNothing].sort());
  });

  for (const [method, { params, may = [] }] of Object.entries(asked)) {
    it(`of ${method} are named, with what they take`, async () => {
      assert.equal(await problemWith(method, params), '');
      for (const [name, right] of Object.entries(params)) {
        for (const value of odd) {
          const isAnyText = typeof right === 'string' && !isWord(method, name);
          if ((isAnyText && typeof value === 'string') || (isObject(right) && isObject(value))) continue;
          const problem = await problemWith(method, { ...params, [name]: value });
          assert.match(problem, new RegExp(`^${method}: params\\.${name}[a-z.]* is .+; it takes .+`));
        }
        const { [name]: _, ...others } = params;
        const problem = await problemWith(method, others);
        if (may.includes(name)) assert.equal(problem, '');
        else assert.match(problem, /is missing; it takes/);
      }
      for (const value of [undefined, null, [], [params, params]])
        assert.match(await problemWith(method, value), /params is .*; it takes an object/);
    });
  }

  it('are named inside of others, too', async () => {
    for (const [name, value] of Object.entries({ format: 1, node: [], zone: 8, year: '2022', skew: true, note: {} })) {
      const problem = await problemWith('triage/correction', { source: 'messages', change: { [name]: value } });
      assert.match(problem, new RegExp(`params\\.change\\.${name} is .+; it takes .+`));
    }
    for (const [name, value] of Object.entries({ uri: 1, line: '0', text: null })) {
      const problem = await problemWith('triage/moment', { first: moment, second: { ...moment, [name]: value } });
      assert.match(problem, new RegExp(`params\\.second\\.${name} is .+; it takes .+`));
    }
  });

  it('do not matter where nothing is asked with', async () => {
    for (const method of askedForNothing)
      for (const value of [undefined, null, [], ['x', 'y'], { x: 1 }])
        assert.equal(await problemWith(method, value), '');
  });

  it('leave a server that answers and has nothing to complain of', async () => {
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    assert.deepEqual(complaints, []);
  });
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members that take one of some words. */
function isWord(method: string, name: string): boolean {
  return name === 'target' || name === 'show' || name === 'change' || (name === 'kind' && method === 'triage/nearby');
}
