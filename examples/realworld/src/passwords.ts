import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { challenge, Unauthorized } from '@faultless/express';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const BYTES = 32;

/** What is stored of a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(BYTES);
  return Buffer.concat([salt, await derive(password, salt, BYTES)]).toString('base64');
}

/** Takes as long for nobody as for a user. @throws {Unauthorized} the same for both */
export async function checkPassword(password: string, stored: string | undefined): Promise<void> {
  const bytes = stored === undefined ? randomBytes(BYTES * 2) : Buffer.from(stored, 'base64');
  const derived = await derive(password, bytes.subarray(0, BYTES), BYTES);
  if (timingSafeEqual(derived, bytes.subarray(BYTES))) return;
  throw new Unauthorized(
    challenge('Token', { realm: 'conduit' }),
    'The email or the password is wrong.',
    { code: 'login_failed' },
  );
}
