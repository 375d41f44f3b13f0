/** Fixed words of the language server's own texts, in each language. */
import type { Confidence, FollowedKind, Gap, Language, Localized, Provenance } from '../engine/index';
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
  waited: { en: 'waited', zh: '等待了' },
  notListed: { en: 'more findings in this file are not listed here', zh: '项本文件中的发现未在此列出' },
  reading: { en: 'Causeline: reading logs', zh: 'Causeline：正在读取日志' },
  journalEntry: { en: 'Journal entry', zh: '日志记录' },
  noRecords: { en: 'no records: plain text', zh: '无记录：纯文本' },
  notDone: { en: 'this could not be done; the output channel says why', zh: '无法完成；原因见输出频道' },
  noSource: { en: 'this source is not in the report any more', zh: '该来源已不在报告中' },
  noMoment: {
    en: 'one of the lines has no time that can be placed on the calendar',
    zh: '其中一行没有可以确定的时间',
  },
  oneSource: { en: 'both lines are in one source: its clock is one clock', zh: '两行属于同一来源：其时钟只有一个' },
  lines: { en: 'lines', zh: '行' },
  of: { en: 'of', zh: '/' },
  linesBefore: { en: 'show the lines before', zh: '显示之前的行' },
  linesAfter: { en: 'show the lines after', zh: '显示之后的行' },
  earlier: { en: 'earlier', zh: '更早' },
  later: { en: 'later', zh: '更晚' },
  wider: { en: 'wider', zh: '扩大范围' },
  narrower: { en: 'narrower', zh: '缩小范围' },
  eventsOnly: { en: 'recognised events only', zh: '仅已识别的事件' },
  allLines: { en: 'all lines', zh: '所有行' },
  allNodes: { en: 'all nodes', zh: '所有节点' },
  oneNode: { en: "this line's node only", zh: '仅此行的节点' },
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

const provenanceTexts: Readonly<Record<Provenance, Localized>> = {
  stated: { en: 'stated', zh: '日志写明' },
  inferred: { en: 'inferred', zh: '推断' },
  assumed: { en: 'assumed', zh: '假定' },
  user: { en: 'by you', zh: '由您指定' },
};

const kindTexts: Readonly<Record<FollowedKind, Localized>> = {
  pod: { en: 'Pod', zh: 'Pod' },
  container: { en: 'Container', zh: '容器' },
  node: { en: 'Node', zh: '节点' },
  image: { en: 'Image', zh: '镜像' },
  unit: { en: 'Unit', zh: '单元' },
  device: { en: 'Device', zh: '设备' },
  volume: { en: 'Volume', zh: '卷' },
  interface: { en: 'Interface', zh: '网络接口' },
  path: { en: 'Path', zh: '路径' },
  text: { en: 'Text', zh: '文本' },
};

/** What a followed thing is, in a language. */
export function kindText(kind: FollowedKind, language: Language): string {
  return kindTexts[kind][language];
}

/** How a property of a clock is known, in a language. */
export function provenanceText(from: Provenance, language: Language): string {
  return provenanceTexts[from][language];
}

/** A confidence in a language. */
export function confidenceText(confidence: Confidence, language: Language): string {
  return confidenceWords[confidence][language];
}

const gapTexts: Readonly<Record<Gap['kind'], Localized>> = {
  loss: { en: 'missing', zh: '缺失' },
  unverified: { en: 'not verified', zh: '未经校验' },
  hole: { en: 'nothing written', zh: '无内容' },
  padding: { en: 'padding', zh: '填充' },
};

/** What is the matter with a stretch of a source. */
export function gapWord(kind: Gap['kind'], language: Language): string {
  return gapTexts[kind][language];
}
