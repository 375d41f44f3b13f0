/** What was read of files, as it lies in memory: a server whose case has changed in one file has the others as they were. */
import type { ReadAnswer } from './readTask';

/** Answers by the names of what is in the files; nobody changes them. */
export class ResidentAnswers {
  private before = new Map<string, ReadAnswer>();
  private used = new Map<string, ReadAnswer>();

  load(key: string): ReadAnswer | null {
    const answer = this.used.get(key) ?? this.before.get(key);
    if (answer === undefined) return null;
    this.used.set(key, answer);
    return answer;
  }

  store(key: string, answer: ReadAnswer): void {
    this.used.set(key, answer);
  }

  /** Forgets what the reading that ends has not used; one that was stopped has not come to everything. */
  finish(wasStopped: boolean): void {
    this.before = wasStopped ? new Map([...this.before, ...this.used]) : this.used;
    this.used = new Map();
  }
}
