/** Counts what rules of users keep quiet: they may have come with the logs, and nothing is lost in silence. */
import type { Signature } from '../catalogue/signature';
import type { QuietedByRule } from '../model/report';
import type { ReadSource } from '../records/readSource';
import type { StartExcused } from './excuseStart';

/** One entry for each rule that keeps records quiet, most records first. */
export function quietedByRules(
  scans: readonly ReadSource[],
  signatures: readonly Signature[],
  excused: StartExcused['excused'],
): QuietedByRule[] {
  const found = new Map<Signature, Omit<QuietedByRule, 'signature' | 'title' | 'rule'>>();
  const add = (signature: Signature | undefined, source: string, line: number, records: number): void => {
    if (signature?.rule === undefined) return;
    const known = found.get(signature) ?? { source, line, records: 0 };
    found.set(signature, { ...known, records: known.records + records });
  };
  for (const { info, quieted } of scans) {
    for (const [index, { records, line }] of quieted) add(signatures[index], info.id, line, records);
  }
  for (const [{ source, raw }, signature] of excused) add(signature, source, raw.line, raw.count);
  return [...found]
    .flatMap(([{ id, title, rule }, told]) =>
      rule === undefined ? [] : [{ signature: id, title, rule: { file: rule.file, line: rule.line }, ...told }],
    )
    .sort((a, b) => b.records - a.records || (a.signature < b.signature ? -1 : 1));
}
