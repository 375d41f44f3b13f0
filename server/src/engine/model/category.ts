/** The twenty kinds of trouble a line can speak of, by what the line itself says, not by what may lie behind it. */

/** Closed set of event categories, as they stand in reports. */
export const categories = [
  'lock-wait',
  'gc-failure',
  'runtime-unresponsive',
  'pleg-unhealthy',
  'node-notready',
  'disk-pressure',
  'oom',
  'cni',
  'cgroup',
  'storage',
  'image-pull',
  'pod-failure',
  'network',
  'clock',
  'cert',
  'kernel',
  'api-unreachable',
  'resource-exhaustion',
  'systemd',
  'other',
] as const;

/** One of {@link categories}. */
export type Category = (typeof categories)[number];
