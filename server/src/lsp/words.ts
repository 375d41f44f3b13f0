/** Fixed words of the language server's own texts, in each language. */
import type { Confidence, Language, Localized } from '../engine/index';
import { confidenceWords } from '../engine/index';

const words = {
  near: { en: 'near', zh: '附近' },
  nearest: { en: 'nearest', zh: '最近' },
  more: { en: 'more', zh: '处更多' },
  causedBy: { en: 'caused by', zh: '起因：' },
  leadsTo: { en: 'leads to', zh: '导致：' },
  because: { en: 'because', zh: '因为' },
  meaning: { en: 'What it means', zh: '含义' },
  usualCauses: { en: 'Usual causes', zh: '常见原因' },
  firstCheck: { en: 'Check first', zh: '首先检查' },
  inLog: { en: 'In the log', zh: '日志原文' },
  waited: { en: 'waited', zh: '等待了' },
  notListed: { en: 'more findings in this file are not listed here', zh: '项本文件中的发现未在此列出' },
  reading: { en: 'Causeline: reading logs', zh: 'Causeline：正在读取日志' },
  journalEntry: { en: 'Journal entry', zh: '日志记录' },
  noTime: { en: 'time unknown', zh: '时间未知' },
  times: { en: 'times', zh: '次' },
} as const satisfies Record<string, Localized>;

/** Fixed words. */
export type Word = keyof typeof words;

/** A fixed word in a language. */
export function word(name: Word, language: Language): string {
  return words[name][language];
}

/** `caused by …`, `leads to …`; Chinese puts no blank after its colon. */
export function phrase(name: 'causedBy' | 'leadsTo', text: string, language: Language): string {
  return `${word(name, language)}${language === 'zh' ? '' : ' '}${text}`;
}

/** A confidence in a language. */
export function confidenceText(confidence: Confidence, language: Language): string {
  return confidenceWords[confidence][language];
}
