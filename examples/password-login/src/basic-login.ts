import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { basic, Unauthorized } from '@faultless/node';

export interface Account {
  readonly user: string;
  readonly password: string;
}

/** The user whose password came (RFC 7617 §2); otherwise the request is challenged. */
export function requireBasic({ headers }: IncomingMessage, { user, password }: Account): string {
  const [, token68 = ''] = /^Basic +([\w~+/.-]+=*)$/i.exec(headers.authorization ?? '') ?? [];
  const credentials = Buffer.from(token68, 'base64').toString('utf8');
  if (same(credentials, `${user}:${password}`)) return user;
  throw new Unauthorized(basic({ realm: 'Café accounts', charset: 'UTF-8' }));
}

/** Compares in a time that tells nothing. */
function same(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
