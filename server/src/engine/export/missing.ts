/** What could not be read, in words: every report says it before anything else. */
import type { Language, Localized } from '../model/localized';
import type { Gap } from '../model/problem';
import { costsEvidence } from '../model/problem';
import type { Report } from '../model/report';
import { word } from './wording';

/** Lines that a report lists; the rest is a number. */
const most = 100;

/** Something that is missing from a source, or a source that is missing. */
export interface Missing {
  readonly id: string;
  readonly text: string;
}

/** Everything that may hold evidence and is not in the report, in the order of the sources. */
export function missingParts(report: Report, language: Language): Missing[] {
  const parts = [
    ...report.unread.filter(({ kind }) => kind === 'loss').map(({ id, reason }) => ({ id, text: reason[language] })),
    ...report.sources.flatMap(({ id, gaps }) =>
      gaps.filter(costsEvidence).map((gap) => ({ id, text: gapText(gap, language) })),
    ),
  ];
  if (parts.length <= most) return parts;
  return [...parts.slice(0, most), { id: '', text: `${parts.length - most} ${word('others', language)}` }];
}

/** `bytes 4096-8192: nothing but NUL bytes`. */
export function gapText(gap: Gap, language: Language): string {
  const range = gap.end > gap.start ? rangeWords(gap)[language] : packedRange(gap)[language];
  return range === '' ? gap.reason[language] : `${range}: ${gap.reason[language]}`;
}

function rangeWords({ start, end }: { readonly start: number; readonly end: number }): Localized {
  return { en: `bytes ${start}-${end}`, zh: `字节 ${start}-${end}` };
}

function packedRange({ packed }: Gap): Localized {
  if (packed === undefined || packed.end <= packed.start) return { en: '', zh: '' };
  const { en, zh } = rangeWords(packed);
  return { en: `${en} of the ${packed.form} data`, zh: `${packed.form} 数据的${zh}` };
}
