/** The disk with somebody who takes down what it is asked for and answers. */

import type { Files } from './files';
import type { Ask, AskKind } from './footprint';
import { answerText } from './footprint';
import { identityOf } from './samples';

/** Takes down what a run asks the disk for. */
export class WatchedFiles implements Files {
  private readonly noted = new Map<string, Ask>();
  private isSteady = true;

  constructor(private readonly files: Files) {}

  /** What was asked; `null` when the same question had two answers. */
  get asks(): readonly Ask[] | null {
    return this.isSteady ? [...this.noted.values()] : null;
  }

  readonly facts: Files['facts'] = (path) => this.take('facts', path, this.files.facts(path), answerText.facts);
  readonly targetFacts: Files['targetFacts'] = (path) =>
    this.take('targetFacts', path, this.files.targetFacts(path), answerText.targetFacts);
  readonly realPath: Files['realPath'] = (path) =>
    this.take('realPath', path, this.files.realPath(path), answerText.realPath);
  readonly list: Files['list'] = (path) => this.take('list', path, this.files.list(path), answerText.list);

  readonly open: Files['open'] = async (path) => {
    // What is read from it later is at most newer than that.
    if (!this.noted.has(`identity ${path}`)) await this.identity(path).catch(() => undefined);
    return this.files.open(path);
  };

  /** {@link identityOf} a file, taken down. */
  identity(path: string): Promise<string> {
    return this.take('identity', path, identityOf(path), answerText.identity);
  }

  private async take<T>(kind: AskKind, path: string, asked: Promise<T>, toText: (value: T) => string): Promise<T> {
    try {
      const value = await asked;
      this.note(kind, path, toText(value));
      return value;
    } catch (error) {
      this.note(kind, path, answerText.failure(error));
      throw error;
    }
  }

  private note(kind: AskKind, path: string, answer: string): void {
    const name = `${kind} ${path}`;
    const before = this.noted.get(name);
    if (before !== undefined && before[2] !== answer) this.isSteady = false;
    this.noted.set(name, [kind, path, answer]);
  }
}
