import { Unauthorized } from '@faultless/express';

/** The users of this API; a user's token is the name: `Authorization: Bearer ada`. */
export type User = 'ada' | 'bob';

/** Finds the user that a request names, if it names one. */
export function findUser(authorization: string | undefined): User | undefined {
  const token = authorization?.match(/^Bearer (.+)$/i)?.[1];
  return token === 'ada' || token === 'bob' ? token : undefined;
}

/** The same, for what is open to users only. */
export function requireUser(authorization: string | undefined): User {
  const user = findUser(authorization);
  if (user === undefined) throw new Unauthorized('orders');
  return user;
}
