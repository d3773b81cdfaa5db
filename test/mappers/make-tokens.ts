import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** None of these texts may come back to a client. */
export const SECRET = 'kanari-secret-kanari-secret-kanari';
export const ISSUER = 'https://kanari.example/';
export const AUDIENCE = 'kanari-audience';

/** Seconds since 1970, as the claims of a token count. */
export const NOW = Math.floor(Date.now() / 1000);

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export { publicKey };

/** A token that is valid for an hour, but for what its claims or another secret change. */
export function sign(claims: object = {}, secret = SECRET): string {
  return jwt.sign(
    { iss: ISSUER, aud: AUDIENCE, exp: NOW + 3600, sub: 'kanari', ...claims },
    secret,
  );
}

/** A token that is signed with a key pair, which its verifier has to fetch. */
export function signByRsa(): string {
  return jwt.sign({ iss: ISSUER }, privateKey, { algorithm: 'RS256' });
}
