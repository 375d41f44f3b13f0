/** Keeps what the user has decided about the opened folders' sources: reads it before each reading, and changes it when asked to. */
import type { CaseChange } from '../case/caseFile';
import { changeCase, readCase, withPrefix } from '../case/caseFile';
import type { Corrections, Localized } from '../engine/index';
import type { RuleProblem } from '../rules/index';
import type { HostCase, TriageHost } from './host';

/** Case files as they stand. */
export class CaseKeeper {
  /** What is wrong in them. */
  problems: readonly RuleProblem[] = [];
  private cases: readonly HostCase[] = [];

  constructor(
    private readonly host: TriageHost,
    private readonly log: (message: string) => void,
  ) {}

  /** Reads the case files of the folders anew; the decisions in them. */
  async reload(roots: readonly string[]): Promise<readonly Corrections[]> {
    this.cases = await this.host.readCases(roots);
    const read = this.cases.map(({ name, prefix, text, reason }) => {
      if (reason !== null) this.log(`case: ${name}: ${reason}`);
      return { prefix, ...readCase(name, text ?? '') };
    });
    this.problems = read.flatMap(({ problems }) => problems);
    for (const { file, line, message } of this.problems) this.log(`case: ${file}:${line}: ${message.en}`);
    return read.map(({ corrections, prefix }) => withPrefix(corrections, prefix));
  }

  /** Notes decisions about a source; what stood in the way, or `null`. */
  async change(source: string, change: CaseChange): Promise<Localized | null> {
    const fitting = this.cases.filter(({ prefix }) => source.startsWith(prefix));
    const found = fitting.reduce<HostCase | undefined>(
      (best, one) => (best === undefined || one.prefix.length > best.prefix.length ? one : best),
      undefined,
    );
    if (found === undefined)
      return {
        en: 'decisions are kept in the opened folder; open a folder, not single files',
        zh: '更正保存在打开的文件夹中；请打开文件夹而不是单个文件',
      };
    // It may have been edited since the last reading.
    const [now] = await this.host.readCases([found.root]);
    const text =
      now === undefined || now.reason !== null ? null : changeCase(now.text, source.slice(found.prefix.length), change);
    if (text === null)
      return {
        en: `${found.name} is no JSON object as it stands; put it right first, so that nothing in it is lost`,
        zh: `${found.name} 目前不是 JSON 对象；请先修正，以免丢失其中的内容`,
      };
    await this.host.writeCase(found.root, text);
    return null;
  }
}
