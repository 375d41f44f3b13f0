/** The fields that a rendered line shows, told by the first bytes of a DATA object's payload. */

/** Fields by number; everything else is {@link Field.other}. */
export const Field = {
  other: 0,
  message: 1,
  identifier: 2,
  command: 3,
  pid: 4,
  syslogPid: 5,
  host: 6,
  transport: 7,
  sourceRealtime: 8,
  sourceMonotonic: 9,
} as const;

/** One of {@link Field}. */
export type FieldCode = (typeof Field)[keyof typeof Field];

/** Names of fields by number, as journals write them. */
export const fieldNames: readonly string[] = [
  '',
  'MESSAGE',
  'SYSLOG_IDENTIFIER',
  '_COMM',
  '_PID',
  'SYSLOG_PID',
  '_HOSTNAME',
  '_TRANSPORT',
  '_SOURCE_REALTIME_TIMESTAMP',
  '_SOURCE_MONOTONIC_TIMESTAMP',
];

const prefixes: readonly Uint8Array[] = fieldNames.map((name) =>
  Uint8Array.from(`${name}=`, (character) => character.charCodeAt(0)),
);

/** Which field `bytes[start, end)` holds. */
export function fieldAt(bytes: Uint8Array, start: number, end: number): FieldCode {
  const first = bytes[start];
  // M, S, _: most fields are told apart from ours by the second byte.
  if (first !== 0x4d && first !== 0x53 && first !== 0x5f) return Field.other;
  for (let code = 1; code < prefixes.length; code++) {
    const prefix = prefixes[code] as Uint8Array;
    if (prefix[0] === first && prefix[1] === bytes[start + 1] && startsWith(bytes, start, end, prefix))
      return code as FieldCode;
  }
  return Field.other;
}

/** Bytes of a field's name and its `=`. */
export function prefixBytes(code: FieldCode): number {
  return (prefixes[code] as Uint8Array).length;
}

function startsWith(bytes: Uint8Array, start: number, end: number, prefix: Uint8Array): boolean {
  if (end - start < prefix.length) return false;
  for (let index = 2; index < prefix.length; index++) if (bytes[start + index] !== prefix[index]) return false;
  return true;
}
