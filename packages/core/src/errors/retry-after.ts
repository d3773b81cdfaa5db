import { wrongValue } from '../values/wrong-value.js';

/**
 * Refuses a Retry-After that the field can't say: seconds must be finite and not negative, a Date
 * must be valid, before the year 10000.
 *
 * @throws {TypeError}
 * @see RFC 9110 §10.2.3
 */
export function checkRetryAfter(value: number | Date): void {
  const instant = value instanceof Date ? value.getTime() : value;
  const late = value instanceof Date && instant >= YEAR_10000;
  if (typeof instant !== 'number' || !Number.isFinite(instant) || instant < 0 || late) {
    throw wrongValue('retryAfter', 'seconds (0 or more) or a valid Date', value);
  }
}

/** Writes the field value: an HTTP-date, or whole seconds, rounded up (RFC 9110 §10.2.3). */
export function formatRetryAfter(value: number | Date): string {
  return value instanceof Date ? value.toUTCString() : String(BigInt(Math.ceil(value)));
}

/**
 * Repairs a field value that others have written: fractions of seconds round up.
 *
 *     Retry-After = HTTP-date / delay-seconds
 *
 * @returns undefined for what says no time
 * @see RFC 9110 §10.2.3, §5.6.7
 */
export function repairRetryAfter(value: string): string | undefined {
  if (SECONDS.test(value) || IMF_FIXDATE.test(value)) return value;
  return FRACTION.test(value) ? formatRetryAfter(Number(value)) : undefined;
}

const SECONDS = /^\d+$/;
const FRACTION = /^\d{1,15}\.\d+$/;
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** The first instant whose year has five digits. */
const YEAR_10000 = Date.UTC(10_000, 0);
