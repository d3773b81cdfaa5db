import { createHash, randomUUID } from 'node:crypto';
import * as jose from 'jose';
import { AUDIENCE, ISSUER, NOW, SECRET } from './make-tokens.js';

const KEY = await jose.generateKeyPair('ES256', { extractable: true });
const JWK = await jose.exportJWK(KEY.publicKey);

/** A token that is bound to the key of {@link prove}, but for what its claims change. */
export async function signBound(claims: jose.JWTPayload = {}): Promise<string> {
  const jkt = await jose.calculateJwkThumbprint(JWK);
  return await new jose.SignJWT({ cnf: { jkt }, exp: NOW + 3600, sub: 'kanari', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .sign(new TextEncoder().encode(SECRET));
}

/** A DPoP proof (RFC 9449 §4.2) for a GET with a token, but for what its claims change. */
export async function prove(
  url: string,
  token: string,
  claims: jose.JWTPayload = {},
): Promise<string> {
  const ath = createHash('sha256').update(token).digest('base64url');
  return await new jose.SignJWT({ htm: 'GET', htu: url, jti: randomUUID(), ath, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: JWK })
    .setIssuedAt()
    .sign(KEY.privateKey);
}
