import { wrongValue } from '../values/wrong-value.js';
import type { Challenge } from './challenge.js';
import { checkGrammar, checkOneOf, checkParams, checkText, NONCE, URI } from './grammar.js';

/** The algorithms of RFC 7616 §6.1; MD5 is there for old clients only. */
const ALGORITHMS = [
  'SHA-512-256',
  'SHA-512-256-sess',
  'SHA-256',
  'SHA-256-sess',
  'MD5',
  'MD5-sess',
] as const;

const QOPS = ['auth', 'auth-int'] as const;

/** Parameters of {@link digest}. */
export interface DigestParams {
  readonly realm: string;
  /** New for each challenge. */
  readonly nonce: string;
  /** The qualities of protection on offer. */
  readonly qop: readonly [(typeof QOPS)[number], ...(typeof QOPS)[number][]];
  readonly algorithm: (typeof ALGORITHMS)[number];
  /** The URIs of the protection space. @default all of the server */
  readonly domain?: readonly string[] | undefined;
  /** Comes back unchanged: printable ASCII without spaces, quotes and backslashes. */
  readonly opaque?: string | undefined;
  /** The password was right, the nonce was not: no need to ask the user again. */
  readonly stale?: boolean | undefined;
  /** The one charset that may be asked for. */
  readonly charset?: 'UTF-8' | undefined;
  /** The user name may come hashed. */
  readonly userhash?: boolean | undefined;
}

/**
 * A Digest challenge. For several algorithms, challenge several times, most preferred first.
 *
 * @throws {TypeError} naming the parameter that is wrong
 * @see RFC 7616 §3.3
 */
export function digest(given: DigestParams): Challenge {
  const { realm, nonce, qop, algorithm, domain, opaque, stale, charset, userhash } = checkParams(
    'digest',
    given,
  );
  const params: Record<string, string> = { realm: checkText('realm', realm) };
  if (domain !== undefined) {
    params.domain = listOf('domain', domain)
      .map((uri) => checkGrammar('domain', uri, URI))
      .join(' ');
  }
  params.nonce = checkGrammar('nonce', nonce, NONCE);
  if (opaque !== undefined) params.opaque = checkGrammar('opaque', opaque, NONCE);
  if (stale !== undefined) params.stale = flag('stale', stale);
  params.algorithm = checkOneOf('algorithm', algorithm, ALGORITHMS);
  params.qop = listOf('qop', qop)
    .map((one) => checkOneOf('qop', one, QOPS))
    .join(', ');
  if (params.qop === '') throw new TypeError(`qop must name one of ${QOPS.join(', ')} at least`);
  if (charset !== undefined) params.charset = checkOneOf('charset', charset, ['UTF-8']);
  if (userhash !== undefined) params.userhash = flag('userhash', userhash);
  return { scheme: 'Digest', params };
}

function listOf(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrongValue(name, 'an array', value);
}

function flag(name: string, value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  throw wrongValue(name, 'a boolean', value);
}
