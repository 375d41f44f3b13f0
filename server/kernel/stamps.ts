/** Arithmetic on the digits of stamps whose place is known. */

/** No time: an impossible clock. */
export const noTime: f64 = NaN;

/** Where hours, minutes and seconds stand in eight bytes, and for each of them what makes it negative where it is no time of day. */
const units: i64 = ((0xff as i64) << 48) | ((0xff as i64) << 24) | 0xff;
const excess: i64 = (((127 - 60) as i64) << 48) | (((127 - 59) as i64) << 24) | (127 - 24);
const signs: i64 = ((0x80 as i64) << 48) | ((0x80 as i64) << 24) | 0x80;

/** Milliseconds since midnight of `hh:mm:ss` with so many digits of a fraction behind it, all known to be digits; no number for no time of day. */
export function clockMs(at: i32, fraction: i32): f64 {
  // Digits without what makes them ASCII; then each with ten times the one before it.
  const digits = load<i64>(at) & (((0x0f0f000f as i64) << 32) | 0x0f000f0f);
  const values = (digits * 10 + (digits >> 8)) & units;
  if (((values + excess) & signs) !== 0) return noTime;
  // Sixty times the minutes come to stand where the seconds do.
  const seconds = <i32>((values + values * ((60 as i64) << 24)) >>> 48);
  const ms = (<i32>values & 0xff) * 3600000 + seconds * 1000;
  return <f64>(fraction === 0 ? ms : ms + thousandths(at + 9, fraction));
}

/** The first three digits of a fraction. */
function thousandths(at: i32, digits: i32): i32 {
  if (digits >= 3) return <i32>load<u8>(at) * 100 + <i32>load<u8>(at, 1) * 10 + <i32>load<u8>(at, 2) - 48 * 111;
  let value = 0;
  for (let index = 0; index < 3; index++) value = value * 10 + (index < digits ? <i32>load<u8>(at + index) - 48 : 0);
  return value;
}

/** Milliseconds of `12345.678901`. */
export function bootMs(at: i32, digits: i32, fraction: i32): f64 {
  let seconds: i64 = 0;
  for (let index = 0; index < digits; index++) seconds = seconds * 10 + (<i64>load<u8>(at + index) - 48);
  return <f64>(seconds * 1000 + thousandths(at + digits + 1, fraction));
}

/** Microseconds beyond the milliseconds of {@link bootMs}. */
export function bootMicros(at: i32, digits: i32, fraction: i32): i32 {
  const first = at + digits + 1;
  let value = 0;
  for (let index = 3; index < 6; index++)
    value = value * 10 + (index < fraction ? <i32>load<u8>(first + index) - 48 : 0);
  return value;
}

/** The value by which a boot's stamps are chosen for its sample; `BootRuns` mixes the same way. */
export function mix(ms: f64, micros: i32): f64 {
  const value = <i64>ms * 1000 + micros;
  let high = <i32>(value >> 32) ^ 0x9e3779b9;
  let low = <i32>value;
  for (let round = 0; round < 3; round++) {
    low = (low ^ (low >>> 15) ^ high) * 0x85ebca6b;
    high = (high ^ (high >>> 13) ^ low) * 0xc2b2ae35;
  }
  return <f64>(<u32>high) * 1048576 + <f64>(low & 0xfffff);
}
