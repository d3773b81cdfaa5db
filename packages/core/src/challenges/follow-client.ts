import type { RequestFacts } from '../exchange.js';
import { readProperty } from '../values/read-property.js';
import type { Challenge } from './challenge.js';
import { isScheme } from './grammar.js';

/** Where a request may have its credentials. */
export interface Presented {
  readonly request: RequestFacts;
  /** The content as the app has parsed it, if it has. */
  readonly content?: (() => unknown) | undefined;
  /** The scheme that the error says was tried. */
  readonly stated: string | undefined;
}

/**
 * Finds the schemes of the credentials that a request has, in lower case: first the one that the
 * error states, then that of the Authorization field, then Bearer for a token in the query or the
 * content.
 *
 * @see RFC 9110 §11.6.2, RFC 6750 §2
 */
export function findTriedSchemes({ request, content, stated }: Presented): readonly string[] {
  return [
    ...schemesOf(stated),
    ...schemesOf(request.headers.authorization),
    ...(hasTokenInQuery(request.url) || hasTokenInContent(content) ? ['bearer'] : []),
  ];
}

/** The scheme of Proxy-Authorization; nothing else authenticates to a proxy (RFC 9110 §11.7.2). */
export function findSchemesTriedAtProxy({ request, stated }: Presented): readonly string[] {
  return [...schemesOf(stated), ...schemesOf(request.headers['proxy-authorization'])];
}

/** credentials = auth-scheme [ 1*SP ( token68 / #auth-param ) ] (RFC 9110 §11.4) */
function schemesOf(credentials: string | readonly string[] | undefined): readonly string[] {
  return [credentials].flat().flatMap((one) => {
    const scheme = typeof one === 'string' ? one.split(/[ \t]/, 1)[0] : undefined;
    return scheme ? [scheme.toLowerCase()] : [];
  });
}

/** RFC 6750 §2.3 */
function hasTokenInQuery(url = ''): boolean {
  const at = url.indexOf('?');
  return at >= 0 && new URLSearchParams(url.slice(at)).has('access_token');
}

/** RFC 6750 §2.2. Some take it from JSON too. */
function hasTokenInContent(content: Presented['content']): boolean {
  try {
    return readProperty(content?.(), 'access_token') !== undefined;
  } catch {
    // The app's own code may stand behind it.
    return false;
  }
}

/** What only a client that sent credentials of the scheme learns. */
const ERROR_PARAMS: ReadonlySet<string> = new Set(['error', 'error_description', 'error_uri']);

/**
 * Leaves error information out of the challenges whose scheme the request did not try. If nothing
 * else is left of one, the realm stands in, as such schemes need a parameter.
 *
 * @param tried schemes in lower case
 * @see RFC 6750 §3.1, RFC 9449 §7.1, §7.2
 */
export function withholdErrors(
  list: readonly Challenge[],
  tried: readonly string[],
  realm: string,
): readonly Challenge[] {
  const concerned = new Set(tried);
  // Of an access token that came as a Bearer token to where only DPoP will do, DPoP tells.
  if (concerned.has('bearer') && !list.some((one) => isScheme(one, 'bearer'))) {
    concerned.add('dpop');
  }
  return list.map((one) =>
    concerned.has(one.scheme.toLowerCase()) ? one : withholdError(one, realm),
  );
}

function withholdError(challenge: Challenge, realm: string): Challenge {
  const entries = Object.entries(challenge.params);
  const kept = entries.filter(([name]) => !ERROR_PARAMS.has(name.toLowerCase()));
  if (kept.length === entries.length) return challenge;
  return { ...challenge, params: kept.length === 0 ? { realm } : Object.fromEntries(kept) };
}
