import { isHeaders, listFields } from './header-section.js';

/**
 * Fields that no error of another's making sets: a cookie in it is another's cookie, and these two
 * are the rules for what we send ourselves, which are there already.
 */
const NEVER: ReadonlySet<string> = new Set([
  'content-security-policy',
  'set-cookie',
  'x-content-type-options',
]);

/** What a status owes, or a limit that it tells of. */
const OWED =
  /^(?:accept(?:-[a-z]+)?|allow|content-range|proxy-authenticate|retry-after|upgrade|www-authenticate|(?:x-)?rate-?limit(?:-[a-z-]+)?)$/;

/**
 * The headers that an error of another framework brings, a record or a `Headers`. Framing and
 * representation fields are left out where every error's headers are gathered.
 */
export function foreignHeaders(headers: unknown): Record<string, string> | undefined {
  return keepFields(headers, (name) => !NEVER.has(name));
}

/** The headers of an error that keeps http-errors' contract: no handler makes a `Headers` for one. */
export function statedHeaders(headers: unknown): Record<string, string> | undefined {
  return isHeaders(headers) ? undefined : foreignHeaders(headers);
}

/** Of the headers of an error that only has a status, what an error of that status owes. */
export function owedHeaders(headers: unknown): Record<string, string> | undefined {
  return isHeaders(headers) ? undefined : keepFields(headers, (name) => OWED.test(name));
}

function keepFields(
  headers: unknown,
  isKept: (lowerCaseName: string) => boolean,
): Record<string, string> | undefined {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return undefined;
  const kept: Record<string, string> = {};
  for (const [name, value] of listFields(headers)) {
    if (isKept(name.toLowerCase())) kept[name] = value as string;
  }
  return kept;
}
