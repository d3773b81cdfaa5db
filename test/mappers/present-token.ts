import { parseChallenges } from '@faultless/core';
import { ask } from './servers.js';

/** What the client reads of a token that was refused, with its challenge. */
export async function presentToken(url: string, token?: string, scheme = 'Bearer') {
  const headers = token === undefined ? undefined : { Authorization: `${scheme} ${token}` };
  const answered = await ask(url, headers && { headers });
  const field = answered.headers.get('WWW-Authenticate') ?? '';
  for (const text of [answered.text, field]) expect(text).not.toMatch(/kanari/);
  return {
    ...answered,
    challenge: parseChallenges(field).find(({ scheme: one }) => one === 'Bearer'),
  };
}
