import { challenge, Unauthorized } from '@faultless/express';
import { jwtVerify, SignJWT } from 'jose';

const KEY = new TextEncoder().encode(process.env.JWT_SECRET ?? 'a secret for the example alone');

/** Makes the token that a client sends as `Authorization: Token …`. */
export function issueToken(userId: number): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(String(userId))
    .setExpirationTime('1 day')
    .sign(KEY);
}

/** Who sends a request; undefined for nobody. @throws {Unauthorized} for a token that is not valid */
export async function findUserId(authorization: string | undefined): Promise<number | undefined> {
  const [, token] = /^Token (.+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, KEY, { algorithms: ['HS256'] });
    return Number(payload.sub);
  } catch (cause) {
    const invalid = challenge('Token', { realm: 'conduit', error: 'invalid_token' });
    throw new Unauthorized(invalid, 'The token is not valid.', { code: 'invalid_token', cause });
  }
}

/** Who sends a request that nobody else may. @throws {Unauthorized} where nobody does */
export async function requireUserId(authorization: string | undefined): Promise<number> {
  const id = await findUserId(authorization);
  if (id === undefined) throw new Unauthorized(challenge('Token', { realm: 'conduit' }));
  return id;
}
