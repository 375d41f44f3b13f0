/** `--ledger`: where every byte of every source and of every packed file went, with a verdict whether the sums hold. */
import type { Language, Localized, Report, SourceReport } from '../engine/index';
import type { Stage } from '../node/stage';
import { inert } from './terminal';

const words = {
  title: { en: 'Ledger', zh: '字节账目' },
  records: { en: 'in records', zh: '在记录中' },
  others: { en: 'in other lines', zh: '在其他行中' },
  ends: { en: 'line ends', zh: '为行尾' },
  gaps: { en: 'left out in gaps', zh: '在缺口中' },
  used: { en: 'used', zh: '已使用' },
  lost: { en: 'lost', zh: '丢失' },
  padding: { en: 'padding', zh: '为填充' },
  out: { en: 'bytes came out', zh: '字节解出' },
  bytes: { en: 'bytes', zh: '字节' },
  unread: { en: 'In no source', zh: '不属于任何来源' },
  holds: { en: 'All sums hold.', zh: '所有账目均平衡。' },
  fails: { en: 'A SUM DOES NOT HOLD: please report this.', zh: '账目不平衡：请反馈此问题。' },
} satisfies Record<string, Localized>;

/** The ledger of one source, as it stands in the report. */
type Entry = Pick<SourceReport, 'id' | 'bytes' | 'ledger' | 'gaps'>;

/** True when the parts of every source add up to it. */
export function balances(sources: readonly Entry[]): boolean {
  return sources.every(({ bytes, ledger: { records, otherLines, lineEnds, gaps } }) => {
    return records + otherLines + lineEnds + gaps === bytes;
  });
}

/** The ledger as text: packed files first, outer ones before inner ones, then sources, then what is in none. */
export function ledgerText(report: Report, stages: readonly Stage[], language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const lines = [`${say('title')}:`];
  for (const { id, form, taken, lost, padding, given } of stages) {
    const parts = `${taken - lost - padding} ${say('used')} + ${lost} ${say('lost')} + ${padding} ${say('padding')}`;
    lines.push(`  ${inert(id)} (${form}): ${taken} ${say('bytes')} = ${parts}; ${given} ${say('out')}`);
  }
  for (const { id, bytes, ledger, gaps } of report.sources) {
    const { records, otherLines, lineEnds } = ledger;
    const parts = [
      `${records} ${say('records')}`,
      `${otherLines} ${say('others')}`,
      `${lineEnds} ${say('ends')}`,
      `${ledger.gaps} ${say('gaps')}`,
    ];
    lines.push(`  ${inert(id)}: ${bytes} ${say('bytes')} = ${parts.join(' + ')}`);
    for (const { kind, start, end, reason } of gaps)
      lines.push(`    ${start}-${end} ${kind}: ${inert(reason[language])}`);
  }
  if (report.unread.length > 0) lines.push(`${say('unread')}:`);
  for (const { id, kind, reason } of report.unread) lines.push(`  ${inert(id)}: ${kind}: ${inert(reason[language])}`);
  lines.push(balances(report.sources) ? say('holds') : say('fails'));
  return `${lines.join('\n')}\n`;
}
