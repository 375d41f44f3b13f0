/** How serious a record or an event is, on the five steps that every supported format can be mapped to. */

/** Closed set of severities, most serious first. */
export const severities = ['fatal', 'error', 'warning', 'info', 'debug'] as const;

/** A severity name as it stands in reports. */
export type Severity = (typeof severities)[number];

/**
 * Numeric severity used in columns: the index into {@link severities},
 * or {@link noSeverity} when the record's own format states none.
 */
export type SeverityCode = number;

/** The record states no severity of its own (plain syslog, dmesg without `-x`, tables). */
export const noSeverity: SeverityCode = 255;

/** Codes by name, so that formats need not count positions. */
export const severityCode = { fatal: 0, error: 1, warning: 2, info: 3, debug: 4 } as const satisfies Record<
  Severity,
  SeverityCode
>;

/** The name for a column code; `undefined` for {@link noSeverity}. */
export function severityName(code: SeverityCode): Severity | undefined {
  return severities[code];
}
