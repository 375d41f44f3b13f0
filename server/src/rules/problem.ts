/** What is wrong with a rule file, at which place, and how to put it right. */
import type { Localized } from '../engine/index';

/** A fault in a rule file. The rules it does not concern stay in force. */
export interface RuleProblem {
  /** Name of the file as the user knows it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Length of the faulty stretch on its first line; at least 1. */
  readonly length: number;
  readonly message: Localized;
}

/** `file:line:column: message`, as compilers write it. */
export function problemLine(problem: RuleProblem, language: 'en' | 'zh'): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message[language]}`;
}
