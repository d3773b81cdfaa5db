import type { SentReply } from '@faultless/core';

/**
 * The same reply, saying that the connection ends with it, beside the connection options that it has.
 *
 * @see RFC 9112 §9.6
 */
export function closeAfter(reply: SentReply): SentReply {
  const options = reply.headers
    .filter(([name]) => isConnection(name))
    .flatMap(([, value]) => value)
    .filter((option) => option !== 'close');
  const others = reply.headers.filter(([name]) => !isConnection(name));
  return { ...reply, headers: [...others, ['Connection', [...options, 'close'].join(', ')]] };
}

function isConnection(name: string): boolean {
  return name.toLowerCase() === 'connection';
}
