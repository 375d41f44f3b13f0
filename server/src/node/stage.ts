/** What one decoder made of its input, counted: nothing of a packed file may vanish without a number. */

/** The account of one decoder or archive reader; filled while its stream is read. */
export interface Stage {
  /** What was decoded: a file, or a member of an archive. */
  readonly id: string;
  /** `gzip`, `tar` and the like. */
  readonly form: string;
  /** Bytes of the packed form that were taken. */
  taken: number;
  /** Those among them that could not be used. */
  lost: number;
  /** Those among them that mean nothing by design, beyond what every file of the form has. */
  padding: number;
  /** Bytes that came out. */
  given: number;
}

/** An account with nothing in it. */
export function newStage(id: string, form: string): Stage {
  return { id, form, taken: 0, lost: 0, padding: 0, given: 0 };
}
