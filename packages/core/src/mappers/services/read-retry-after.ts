import { readProperty } from '../../values/read-property.js';

/** More than a day is no word about load. */
const LONGEST = 86_400;

/**
 * The Retry-After of an upstream's response, in seconds; undefined when it has none that means
 * anything.
 *
 * @see RFC 9110 §10.2.3
 */
export function readRetryAfter(response: object): number | undefined {
  const value = readField(readProperty(response, 'headers'), 'retry-after');
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds >= 0 && seconds <= LONGEST ? seconds : undefined;
}

/** Reads one field of whatever a client keeps header fields in: fetch's Headers, or an object. */
export function readField(headers: unknown, name: string): string | undefined {
  const get = readProperty(headers, 'get');
  try {
    const value: unknown =
      typeof get === 'function' ? get.call(headers, name) : readProperty(headers, name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
