/** What is said about journals that could not be read whole. */
import type { Localized } from '../model/localized';

/** Why a stretch of a file was lost. */
export const lossReasons = {
  wrongSize: { en: 'damaged: an object states a wrong size', zh: '已损坏：某个对象声明的大小有误' },
  noSense: { en: 'damaged: objects that make no sense', zh: '已损坏：对象无法理解' },
  zeros: { en: 'zeros where objects should be', zh: '本应是对象的位置全为零' },
  zerosAndMore: { en: 'zeros, and objects that make no sense', zh: '全为零以及无法理解的对象' },
  cut: { en: 'the file was cut in the middle of an object', zh: '文件在某个对象中间被截断' },
  shorter: { en: 'could not be read: the file became shorter', zh: '无法读取：文件变短了' },
} as const satisfies Record<string, Localized>;

/** Words of the machine, which has them in one language only. */
export function verbatim(text: string): Localized {
  return { en: text, zh: text };
}

/** Why a file is left alone. */
export const refusals = {
  noJournal: { en: 'no journal: its signature is missing', zh: '不是日志文件：缺少签名' },
  cutHeader: { en: 'a journal cut in its header', zh: '日志文件在头部被截断' },
  newer(features: string): Localized {
    return {
      en: `a journal of a newer kind (${features}): this version cannot read it`,
      zh: `较新类型的日志文件（${features}）：此版本无法读取`,
    };
  },
} as const;

/** A reason with the file it is about. */
export function about(name: string, reason: Localized): Localized {
  return { en: `${name}: ${reason.en}`, zh: `${name}：${reason.zh}` };
}

/** A stretch of a file that was lost. */
export function lostStretch(start: number, end: number, reason: Localized): Localized {
  const bytes = end - start;
  return { en: `${bytes} bytes from ${start} on: ${reason.en}`, zh: `从 ${start} 起的 ${bytes} 字节：${reason.zh}` };
}

/** Entries that a file's header counts and that were not found. */
export function missingEntries(missing: number, stated: number, cut: readonly [number, number] | null): Localized {
  return {
    en: `${cut === null ? '' : `cut at ${cut[0]} of ${cut[1]} bytes, `}${missing} of ${stated} entries are missing`,
    zh: `${cut === null ? '' : `在 ${cut[1]} 字节中的第 ${cut[0]} 字节处被截断，`}${stated} 条记录中缺失 ${missing} 条`,
  };
}

/** Entries that stand in two files. */
export function duplicateEntries(count: number): Localized {
  return {
    en: `${count} entries stand in two files and are shown once`,
    zh: `${count} 条记录同时存在于两个文件中，只显示一次`,
  };
}

/** Entries whose lines say that they are damaged. */
export function damagedEntries(count: number): Localized {
  return {
    en: `${count} entries are not as they were written; their lines say so`,
    zh: `${count} 条记录与写入时不符；相应的行已注明`,
  };
}
