/** Calendar arithmetic on plain numbers: years of instants, instants of years, the leap year that holds yearless stamps. */
import { daysFromEpoch, referenceYear } from '../formats/bytes';

const dayMs = 86_400_000;

/** Year, month 1..12 and day 1..31 of an instant read as UTC (Hinnant's civil_from_days). */
export function civilDate(ms: number): { readonly year: number; readonly month: number; readonly day: number } {
  const days = Math.floor(ms / dayMs) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Year of an instant read as UTC. */
export function yearOf(ms: number): number {
  return civilDate(ms).year;
}

/** True for Gregorian leap years. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The same month, day and time of day in another year; 29 February becomes 1 March where there is none. */
export function inYear(ms: number, year: number): number {
  const { month, day } = civilDate(ms);
  return daysFromEpoch(year, month, day) * dayMs + (ms - Math.floor(ms / dayMs) * dayMs);
}

/** {@link inYear} for many instants, of which those of one day follow each other. */
export function yearMover(): typeof inYear {
  const latest = new Map<number, { readonly day: number; readonly movedDayMs: number }>();
  return (ms, year) => {
    const day = Math.floor(ms / dayMs);
    let known = latest.get(year);
    if (known?.day !== day) {
      known = { day, movedDayMs: inYear(day * dayMs, year) };
      latest.set(year, known);
    }
    return known.movedDayMs + (ms - day * dayMs);
  };
}

/** The same month, day and time of day in the reference year of yearless stamps. */
export function referenceDate(ms: number): number {
  return inYear(ms, referenceYear);
}

/** Offset as `+08:00`. */
export function formatOffset(minutes: number): string {
  const absolute = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}
