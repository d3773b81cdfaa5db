import { remember } from '../values/bounded-cache.js';

/**
 * What becomes of a field of the response that failed, and of an error's own:
 *
 * - `caching`: how long, and by whom, a response may be stored. The failed handler spoke of another
 *   one. An error may say it of itself, but for the statuses that MUST NOT be stored.
 * - `chosen`: what else of the failed response is wrong, and may be right of an error's.
 * - `stale`: what only the replaced representation, its framing, or another status can have.
 * - `other`: all the rest, which stays.
 */
export type FieldKind = 'caching' | 'chosen' | 'stale' | 'other';

/** Fields that HTTP/2 does not have (RFC 9113 §8.2.2). */
export const CONNECTION_FIELDS: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** Fields of another name that say what those of {@link PATTERNS} say. */
const NAMES: Readonly<Record<Exclude<FieldKind, 'other'>, readonly string[]>> = {
  caching: [
    // RFC 9111 §5.3
    'expires',
  ],
  chosen: [
    // Where the browser goes next: not on from what failed.
    'refresh',
    // Names by which caches drop a response, RFC 9875 §2 and others'.
    'cache-groups',
    'cache-keys',
    'xkey',
  ],
  stale: [
    // The replaced representation: its validators, integrity and age.
    'age',
    'delta-base',
    'detached-jws',
    'digest',
    'etag',
    'last-modified',
    'memento-datetime',
    'repr-digest',
    'schedule-tag',
    'signature',
    'signature-input',
    'unencoded-digest',
    // How it was chosen, stored and made.
    'accept-ranges',
    'alternates',
    'cache-status',
    'default-style',
    'im',
    'key',
    'mime-version',
    'no-vary-search',
    'oscore',
    'pragma',
    'preference-applied',
    'sourcemap',
    'tcn',
    'use-as-dictionary',
    'x-sourcemap',
    // Other statuses: what was created or locked (201, 204), where to go (3xx), what was switched to (101).
    'cal-managed-id',
    'capsule-protocol',
    'location',
    'lock-token',
    'odata-entityid',
    'redirect-ref',
    'uri',
    // Framing and connection, which are the server's; Connection and Upgrade of the app are heard.
    'http2-settings',
    'incremental',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
  ],
};

/** Names of which there is no end. */
const PATTERNS: readonly (readonly [kind: FieldKind, pattern: RegExp])[] = [
  // Cache-Control, and that of some caches only (RFC 9213 §2), which then ignore Cache-Control.
  ['caching', /(?:cache|edge|surrogate)-control$/],
  // Cloudflare's, Fastly's and others' names by which to drop a response.
  ['chosen', /(?:cache-tags?|surrogate-keys?)$/],
  // RFC 2045 §9: all that is called so describes the content; a policy is the app's. How a variant was
  // chosen. What a switch to WebSocket says; which versions of it there are, an error may say.
  ['stale', /^(?:content-(?!security-policy)|variant|sec-websocket-(?!version))/],
  // Directions to nginx, Apache, lighttpd, LiteSpeed and Perlbal: what to send in place of the body.
  [
    'stale',
    /^x-(?:(?:accel|sendfile|lighttpd|reproxy)(?:-|$|\d)|litespeed-(?:location|tag|vary)$)/,
  ],
];

const LISTED: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as FieldKind] as const),
  ),
);

/** Says which kind of field a lower-case name is. */
export const kindOfField: (name: string) => FieldKind = remember(
  (name) => LISTED.get(name) ?? PATTERNS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other',
);

/**
 * True for a field that, set by the handler that failed, does not leave with the error: it describes
 * the representation or the framing that it had begun, belongs to another status, or directs whoever
 * passes the response on. With another body it lies, and on a kept-alive connection it desynchronises.
 *
 * @see RFC 9110 §8
 */
export function isLeftover(name: string): boolean {
  return kindOfField(name) !== 'other';
}
