/** Where a line stands, as short as a row of the narrow side bar needs it; its tooltip says all. */

/** `messages:812` of `node-7/var/log/messages:812`; a name that says nothing by itself (`0.log`) with its folder. */
export function shortWhere(where: string): string {
  return /[^/]+\/\d+\.log[^/]*$/.exec(where)?.[0] ?? where.slice(where.lastIndexOf('/') + 1);
}

/** When and where, for the beginning of a row. */
export function whenAndWhere(clock: string, where: string): string {
  return clock === '' ? shortWhere(where) : `${clock} ${shortWhere(where)}`;
}
