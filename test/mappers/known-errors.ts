import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { thrownBy } from './raise.js';

/** A real error of zod: 422. */
export function zodError(): Promise<unknown> {
  return thrownBy(() => z.string().parse(1));
}

/** A real error of jsonwebtoken, about a token that has expired: 401. */
export function expiredToken(): Promise<unknown> {
  return thrownBy(() => jwt.verify(jwt.sign({ exp: 1 }, 's'), 's'));
}
