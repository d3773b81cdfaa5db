import { describeValue } from '../options/describe-value.js';

/**
 * Refuses a Retry-After that the field can't say: seconds must be finite and not negative, a Date
 * must be valid.
 *
 * @throws {TypeError}
 * @see RFC 9110 §10.2.3
 */
export function checkRetryAfter(value: number | Date): void {
  const instant = value instanceof Date ? value.getTime() : value;
  if (typeof instant !== 'number' || !Number.isFinite(instant) || instant < 0) {
    throw new TypeError(
      `retryAfter must be seconds (0 or more) or a valid Date, not ${describeValue(value)}`,
    );
  }
}

/** Writes the field value: an HTTP-date, or whole seconds, rounded up (RFC 9110 §10.2.3). */
export function formatRetryAfter(value: number | Date): string {
  return value instanceof Date ? value.toUTCString() : String(Math.ceil(value));
}
