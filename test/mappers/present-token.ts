import { type Challenge, parseChallenges } from '@faultless/core';
import { type Answered, ask } from './servers.js';

/** An answer, and its Bearer challenge if it has one. */
interface Presented extends Answered {
  readonly challenge: Challenge | undefined;
}

/** What the client reads of a token that was refused, with its challenge. */
export async function presentToken(
  url: string,
  token?: string,
  scheme = 'Bearer',
): Promise<Presented> {
  const headers = token === undefined ? undefined : { Authorization: `${scheme} ${token}` };
  const answered = await ask(url, headers && { headers });
  const field = answered.headers.get('WWW-Authenticate') ?? '';
  for (const text of [answered.text, field]) expect(text).not.toMatch(/kanari/);
  return {
    ...answered,
    challenge: parseChallenges(field).find(({ scheme: one }) => one === 'Bearer'),
  };
}
