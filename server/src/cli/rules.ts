/** `causeline rules`: proves rule files by their own samples, and prints the schema that editors check them with. */
import { catalogue } from '../engine/index';
import type { Files } from '../node/files';
import { diskFiles } from '../node/files';
import { rulesAt, rulesOf } from '../node/ruleFiles';
import type { RuleSet } from '../rules/index';
import { loadRules, problemLine, ruleShape, testRules, toJsonSchema } from '../rules/index';
import type { RulesCommand } from './arguments';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** Runs the command; the exit status: 0 when every rule is sound and behaves as its samples say, else 1. */
export async function runRules(command: RulesCommand, terminal: Terminal): Promise<number> {
  if (command.action === 'schema') {
    await terminal.write(`${JSON.stringify(toJsonSchema(ruleShape), null, 2)}\n`);
    return 0;
  }
  const { files, unreadable } = await (command.paths.length > 0
    ? rulesAt(command.paths, diskFiles)
    : rulesOf(['.'], diskFiles));
  for (const { name, reason } of unreadable) terminal.error(`causeline: ${name}: not read: ${reason}`);
  if (files.length === 0)
    throw new UsageError('there are no rule files; name a file or folder, or put them into .causeline/rules');
  const rules = loadRules(files, catalogue);
  const faults = [
    ...rules.problems.map((problem) => problemLine(problem, command.language)),
    ...failureLines(rules, command),
  ];
  await terminal.write(faults.map((fault) => `${fault}\n`).join(''));
  const samples = rules.signatures.reduce(
    (sum, { matches, mustNotMatch }) => sum + matches.length + mustNotMatch.length,
    0,
  );
  await terminal.write(
    command.language === 'zh'
      ? `${rules.signatures.length} 个特征、${rules.edges.length} 条因果、${samples} 个样例,${faults.length} 处错误\n`
      : `${rules.signatures.length} signatures, ${rules.edges.length} edges, ${samples} samples, ${faults.length} faults\n`,
  );
  return faults.length > 0 || unreadable.length > 0 ? 1 : 0;
}

function failureLines(rules: RuleSet, { language }: RulesCommand): string[] {
  return testRules(rules.signatures).map(({ signature: { id, rule }, sample, message }) => {
    const where = rule === undefined ? id : `${rule.file}:${rule.line}:${rule.column}: ${id}`;
    return `${where}: ${message[language]}: ${JSON.stringify(sample)}`;
  });
}

/** The rules of a reading: those that lie with the collection and those that are named. Faults go to standard error. */
export async function collectRules(
  paths: readonly string[],
  named: readonly string[],
  language: 'en' | 'zh',
  terminal: Terminal,
  files: Files,
): Promise<RuleSet> {
  const own = await rulesOf(
    paths.filter((path) => path !== '-'),
    files,
  );
  const added = await rulesAt(named, files);
  const missing = added.unreadable[0];
  if (missing !== undefined) throw new UsageError(`rules ${missing.name} cannot be read: ${missing.reason}`);
  for (const { name, reason } of own.unreadable) terminal.error(`causeline: ${name}: not read: ${reason}`);
  const rules = loadRules([...own.files, ...added.files], catalogue);
  for (const problem of rules.problems) terminal.error(`causeline: ${problemLine(problem, language)}`);
  for (const { name } of own.files) terminal.error(`causeline: ${name}: ${inForce(name, rules)}`);
  return rules;
}

/** Whoever collected the logs may have left rules in them that keep lines quiet: that is never silent. */
function inForce(file: string, { signatures }: RuleSet): string {
  const held = signatures.filter(({ rule }) => rule?.file === file);
  const quiet = held.filter(
    ({ role, quietBelow, quietUnderMs, excusesMs }) =>
      role === 'benign' || quietBelow !== undefined || quietUnderMs !== undefined || excusesMs !== undefined,
  );
  return `rules that lie with the logs are in force: ${held.length} signatures, ${quiet.length} of them keep lines quiet`;
}
