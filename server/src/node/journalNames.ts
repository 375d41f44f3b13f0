/** What the names of journal files say: which of them journald split one journal into, and what they are called together. */

/** `system.journal`, `system@<id>-<number>-<time>.journal`, `user-1000.journal` and so on. */
const splitName = /^(?:system|user-\d+)(?:@[^/]*)?\.journal~?$/;
const journalName = /\.journal~?$/;
const joinedId = /(?:^|\/)\*(?:\.[0-9a-f]{8})?\.journal$/;
const machineIdAt = 40;

/** Whether a file may be a journal by its name. */
export function isJournalName(name: string): boolean {
  return journalName.test(name);
}

/** Whether a file is one of those that journald splits a journal into, by its name without folder. */
export function isSplitName(name: string): boolean {
  return splitName.test(name);
}

/** Whether a source is several files. */
export function isJoinedId(id: string): boolean {
  return joinedId.test(id);
}

/** Journals with equal keys are one: their folder, and the machine that their headers name. */
export function journalKey(folder: string, head: Uint8Array): string {
  return `${folder}\0${Buffer.from(head.subarray(machineIdAt, machineIdAt + 16)).toString('hex')}`;
}

/** What journals with one key are called together; the machine's id tells those of two machines in one folder apart. */
export function journalId(
  key: string,
  ids: readonly string[],
  groups: ReadonlyMap<string, readonly unknown[]>,
): string {
  const [first = ''] = ids;
  if (ids.length === 1) return first;
  const [folder, machine = ''] = key.split('\0');
  const machines = [...groups].filter(([other, { length }]) => length > 1 && other.startsWith(`${folder}\0`)).length;
  return `${folderOf(first)}${machines === 1 ? '*.journal' : `*.${machine.slice(0, 8)}.journal`}`;
}

/** The last part of an id. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** What stands before it, with its slash. */
export function folderOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}
