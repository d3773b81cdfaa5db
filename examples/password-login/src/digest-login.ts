import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { digest, parseChallenges, Unauthorized } from '@faultless/node';
import type { Account } from './basic-login.js';

const REALM = 'accounts@example';
const HASHES: ReadonlyMap<string, string> = new Map([
  ['SHA-256', 'sha256'],
  ['MD5', 'md5'],
]);
/** How long a nonce is good, in milliseconds. */
const LIFETIME = 60_000;

/** A nonce that was given out: until when it is good, and the last count that came with it. */
interface IssuedNonce {
  readonly until: number;
  count: number;
}

/** Makes the guard that asks for the password without having it sent (RFC 7616). */
export function createDigestLogin({
  user,
  password,
}: Account): (request: IncomingMessage) => string {
  const issued = new Map<string, IssuedNonce>();

  function challenge(stale: boolean): Unauthorized {
    const nonce = randomBytes(18).toString('base64');
    issued.set(nonce, { until: Date.now() + LIFETIME, count: 0 });
    for (const [old, { until }] of issued) if (until < Date.now()) issued.delete(old);
    const common = { realm: REALM, nonce, qop: ['auth'], stale } as const;
    return new Unauthorized([
      digest({ ...common, algorithm: 'SHA-256' }),
      digest({ ...common, algorithm: 'MD5' }),
    ]);
  }

  return ({ headers, method = '', url = '' }) => {
    // Credentials have the grammar of challenges (RFC 9110 §11.4).
    const [sent] = parseChallenges(headers.authorization ?? '');
    if (sent?.scheme.toLowerCase() !== 'digest') throw challenge(false);
    const {
      algorithm = 'MD5',
      nonce = '',
      nc = '',
      cnonce = '',
      qop = '',
      uri,
      response,
    } = sent.params;
    const hash = HASHES.get(algorithm);
    if (hash === undefined || uri !== url || qop !== 'auth') throw challenge(false);
    const h = (text: string): string => createHash(hash).update(text).digest('hex');
    const secret = h(`${user}:${REALM}:${password}`);
    if (response !== h([secret, nonce, nc, cnonce, qop, h(`${method}:${url}`)].join(':'))) {
      throw challenge(false);
    }
    const known = issued.get(nonce);
    const count = Number.parseInt(nc, 16);
    if (known === undefined || known.until < Date.now() || !(count > known.count)) {
      throw challenge(true);
    }
    known.count = count;
    return user;
  };
}
