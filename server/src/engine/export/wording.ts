/** Numbers and fixed words as people read them, in each language. */
import type { Category } from '../model/category';
import type { Language, Localized } from '../model/localized';
import type { Confidence } from '../model/report';

/** `2022-05-13 10:27:47 +08:00` in the given zone; milliseconds only when asked for. */
export function formatInstant(ms: number, zoneMinutes = 0, withMs = false): string {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.6e15) return '?';
  const iso = new Date(ms + zoneMinutes * 60_000).toISOString();
  const pad = (value: number): string => String(value).padStart(2, '0');
  const absolute = Math.abs(zoneMinutes);
  const zone =
    zoneMinutes === 0 ? 'UTC' : `${zoneMinutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
  return `${iso.slice(0, 10)} ${iso.slice(11, withMs ? 23 : 19)} ${zone}`;
}

/** Confidence in words. */
export const confidenceWords: Readonly<Record<Confidence, Localized>> = {
  strong: { en: 'strong', zh: '确信' },
  likely: { en: 'likely', zh: '很可能' },
  possible: { en: 'possible', zh: '可能' },
};

/** Kinds of trouble in words that fit into a sentence. */
export const categoryWords: Readonly<Record<Category, Localized>> = {
  'lock-wait': { en: 'a lock that is held', zh: '锁被占用' },
  'gc-failure': { en: 'a failing garbage collection', zh: '垃圾回收失败' },
  'runtime-unresponsive': { en: 'a container runtime that does not answer', zh: '容器运行时无响应' },
  'pleg-unhealthy': { en: 'an unhealthy PLEG', zh: 'PLEG 不健康' },
  'node-notready': { en: 'a node that is not ready', zh: '节点未就绪' },
  'disk-pressure': { en: 'a full disk', zh: '磁盘写满' },
  oom: { en: 'a kill for memory', zh: '因内存被杀死' },
  cni: { en: 'the network plug-in', zh: '网络插件' },
  cgroup: { en: 'cgroups', zh: 'cgroup 问题' },
  storage: { en: 'a disk, file system or volume', zh: '磁盘、文件系统或卷的问题' },
  'image-pull': { en: 'images that cannot be pulled', zh: '镜像拉取失败' },
  'pod-failure': { en: 'failing pods', zh: 'Pod 失败' },
  network: { en: 'the network', zh: '网络问题' },
  clock: { en: 'a clock', zh: '时钟问题' },
  cert: { en: 'a certificate', zh: '证书问题' },
  kernel: { en: 'the kernel or the hardware', zh: '内核或硬件问题' },
  'api-unreachable': { en: 'an API server that cannot be reached', zh: 'API server 不可达' },
  'resource-exhaustion': { en: 'a resource that is used up', zh: '资源耗尽' },
  systemd: { en: 'a unit or systemd itself', zh: '单元或 systemd 自身的问题' },
  other: { en: 'something else', zh: '其他问题' },
};

const words = {
  title: { en: 'Findings', zh: '排查结论' },
  summary: { en: 'Summary', zh: '摘要' },
  inShort: { en: 'In short', zh: '概要' },
  nothing: {
    en: 'No cause chain was found. What was recognised is listed below; what could not be read is not covered.',
    zh: '未找到因果链。已识别的内容列在下方；未能读取的部分不在结论范围内。',
  },
  gaps: { en: 'What could not be read', zh: '未能读取的部分' },
  chain: { en: 'Cause chain', zh: '因果链' },
  confidence: { en: 'confidence', zh: '置信度' },
  node: { en: 'node', zh: '节点' },
  nodes: { en: 'nodes', zh: '节点' },
  step: { en: 'step', zh: '步骤' },
  because: { en: 'because', zh: '因为' },
  evidence: { en: 'Evidence', zh: '证据' },
  timeline: { en: 'Timeline', zh: '时间线' },
  time: { en: 'time', zh: '时间' },
  event: { en: 'event', zh: '事件' },
  source: { en: 'source', zh: '来源' },
  span: { en: 'span', zh: '时段' },
  count: { en: 'count', zh: '次数' },
  worst: { en: 'longest wait', zh: '最长等待' },
  uncertain: { en: 'What is uncertain', zh: '不确定之处' },
  refutedBy: { en: 'would be refuted by', zh: '可被以下情况推翻' },
  missing: { en: 'still to be confirmed', zh: '有待确认' },
  alternatives: { en: 'considered and not chosen', zh: '已考虑但未采纳' },
  checks: { en: 'First checks', zh: '首先检查' },
  remedies: { en: 'Remedies', zh: '处置建议' },
  sources: { en: 'Sources', zh: '来源' },
  facts: { en: 'Facts', zh: '事实' },
  format: { en: 'format', zh: '格式' },
  records: { en: 'records', zh: '记录数' },
  clock: { en: 'clock', zh: '时钟' },
  findings: { en: 'Single findings', zh: '孤立的发现' },
  unexplained: { en: 'Unexplained, and standing out', zh: '无法解释但引人注意的消息' },
  others: { en: 'more, not listed', zh: '项未列出' },
  differences: { en: 'Healthy nodes beside the sick ones', zh: '健康节点与故障节点对比' },
  healthyNodes: { en: 'healthy', zh: '健康节点' },
  alike: { en: 'alike on both: no explanation', zh: '两者相同：不能解释差异' },
  instead: { en: 'What else it could be', zh: '其他可能' },
  locks: { en: 'Locks', zh: '锁' },
  waited: { en: 'waited', zh: '等待' },
  held: { en: 'held it', zh: '持有' },
  longest: { en: 'longest', zh: '最长' },
  noHolder: { en: 'no line names who held it', zh: '没有日志指明持有者' },
  endedAt: { en: 'ended at', zh: '结束于' },
  endUnseen: { en: 'its end is not in the logs', zh: '日志中没有其结束' },
  healthy: { en: 'No chain on', zh: '无因果链的节点' },
  stated: { en: 'stated', zh: '明示' },
  inferred: { en: 'inferred', zh: '推断' },
  assumed: { en: 'assumed', zh: '假定' },
  user: { en: 'set by you', zh: '由您设定' },
  parts: { en: 'parts, oldest first', zh: '个部分（由旧到新）' },
  sets: { en: 'Rotated logs, read as one', zh: '轮转日志（作为一个日志读取）' },
  quieted: { en: 'Kept quiet by rules of your own', zh: '被自定义规则静默的记录' },
  hidden: {
    en: 'passwords, tokens or user names in quoted lines are hidden; the files have them.',
    zh: '处引用行中的密码、令牌或用户名已隐藏；原文件中仍保留。',
  },
  passedOver: { en: 'Passed over: no logs, or counted already', zh: '已略过：不是日志，或已计入' },
  undated: { en: 'time unknown', zh: '时间未知' },
  state: { en: 'during the whole collection', zh: '整个采集期间' },
} as const satisfies Record<string, Localized>;

/** Fixed words of reports. */
export type Word = keyof typeof words;

/** A fixed word in a language. */
export function word(name: Word, language: Language): string {
  return words[name][language];
}

/** `1 line`, `214 lines`. */
export function lineCount(count: number, language: Language): string {
  if (language === 'zh') return `${count} 行`;
  return count === 1 ? '1 line' : `${count} lines`;
}

/** `17`, or `17-42` for a record or a report of several lines. */
export function linesText({ line, endLine }: { readonly line: number; readonly endLine: number }): string {
  return endLine > line ? `${line}-${endLine}` : String(line);
}
