import { TOKEN } from '../values/token.js';
/**
 * The one gate that every field value passes. Repairs what HTTP forbids: CR, LF, NUL and other
 * controls become a space, characters beyond Latin-1 are percent-encoded as UTF-8. Refuses what has
 * no text: anything but strings and finite numbers.
 *
 *     field-value = *field-content
 *     field-vchar = VCHAR / obs-text
 *
 * @returns the value that may leave, or undefined when there is none
 * @see RFC 9110 §5.5
 */
export function headerValue(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (LEGAL.test(value)) return value;
  return value
    .replace(CONTROLS, ' ')
    .replace(LONE_SURROGATES, '')
    .replace(BEYOND_LATIN_1, encodeURIComponent)
    .trim();
}

/** What is done with a value that it does not let through. */
export const ILLEGAL_VALUE = 'is not what HTTP allows, so it was repaired or left out';

/** True for a field name (RFC 9110 §5.1: a token). */
export function isFieldName(name: string): boolean {
  return TOKEN.test(name);
}

const LEGAL = /^(?:[!-~\u0080-\u00ff](?:[\t -~\u0080-\u00ff]*[!-~\u0080-\u00ff])?)?$/;
/** CTL but for HTAB, written as all the rest. */
const CONTROLS = /[^\t -~\u0080-\u{10ffff}]/gu;
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
const BEYOND_LATIN_1 = /[\u{100}-\u{10ffff}]/gu;
