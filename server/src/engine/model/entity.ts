/** The things that node logs talk about: what an event is about, and what ties two events together. */

/**
 * Closed set of entity kinds. A signature's named capture with one of these names yields that entity;
 * `container` and `sandbox` are 12 or 64 hexadecimal digits, `uid` is a pod's UID;
 * `stack` is the innermost calls of a stack, the innermost first.
 */
export const entityKinds = [
  'pod',
  'namespace',
  'uid',
  'container',
  'sandbox',
  'image',
  'node',
  'unit',
  'process',
  'pid',
  'lock',
  'device',
  'path',
  'volume',
  'interface',
  'address',
  'service',
  'resource',
  'cgroup',
  'table',
  'chain',
  'stack',
] as const;

/** One of {@link entityKinds}. */
export type EntityKind = (typeof entityKinds)[number];

/** The entities of one event, by kind. */
export type Entities = Readonly<Partial<Record<EntityKind, string>>>;
