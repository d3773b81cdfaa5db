import { readProperty } from '../../values/read-property.js';
import { readField } from '../header-section.js';

/** More than a day is no word about load. */
const LONGEST = 86_400;

/** Where an error or a response keeps header fields. */
const SECTIONS = ['headers', 'responseHeaders'] as const;

/** How one way to say a time is read: seconds from now, or undefined. */
type Read = (value: string) => number | undefined;

/** Fields that say when to come back, the standard's own first. */
const FIELDS: readonly (readonly [name: string, read: Read])[] = [
  ['retry-after', readDelay],
  ['retry-after-ms', readMilliseconds],
  ['x-ms-retry-after-ms', readMilliseconds],
  ['ratelimit-reset', readReset],
  ['x-ratelimit-reset', readReset],
  ['x-rate-limit-reset', readReset],
];

/** Members in which clients keep what they have read of those. */
const MEMBERS: readonly (readonly [name: string, read: Read])[] = [
  ['retryAfter', readDelay],
  ['retry_after', readDelay],
  ['retryAfterMs', readMilliseconds],
];

/**
 * When to come back, in seconds, as an upstream's response or the errors made of it say; undefined
 * where none says a time within a day.
 *
 * @param sources asked in their order: responses, errors, whatever has `headers` or `retryAfter`
 * @see RFC 9110 §10.2.3
 */
export function readRetryAfter(...sources: readonly unknown[]): number | undefined {
  for (const source of sources) {
    for (const section of SECTIONS) {
      const fields = readProperty(source, section);
      if (typeof fields !== 'object' || fields === null) continue;
      for (const [name, read] of FIELDS) {
        const seconds = within(readField(fields, name), read);
        if (seconds !== undefined) return seconds;
      }
    }
    for (const [name, read] of MEMBERS) {
      const seconds = within(textOf(readProperty(source, name)), read);
      if (seconds !== undefined) return seconds;
    }
  }
  return undefined;
}

function within(text: string | undefined, read: Read): number | undefined {
  const seconds = text === undefined ? undefined : read(text.trim());
  return seconds !== undefined && seconds >= 0 && seconds <= LONGEST ? seconds : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined;
}

/** Retry-After = HTTP-date / delay-seconds */
function readDelay(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : untilInstant(Date.parse(text));
}

function readMilliseconds(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) / 1000 : undefined;
}

/** A number that nobody would wait is an instant, in seconds or milliseconds since 1970. */
function readReset(text: string): number | undefined {
  if (!NUMBER.test(text)) return untilInstant(Date.parse(text));
  const value = Number(text);
  if (value <= LONGEST) return value;
  return untilInstant(value < FIRST_IN_MILLISECONDS ? value * 1000 : value);
}

function untilInstant(instant: number): number | undefined {
  return Number.isNaN(instant) ? undefined : (instant - Date.now()) / 1000;
}

const NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/;

/** The year 5138 in seconds, 1973 in milliseconds. */
const FIRST_IN_MILLISECONDS = 1e11;
