import type { IncomingMessage, ServerResponse } from 'node:http';

/** True for `OPTIONS *`, which asks whether the server is there and about no resource (RFC 9110 §9.3.7). */
export function isPing({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'OPTIONS' && url === '*';
}

/** Says that it is there, with whatever fields the response has. */
export function answerPing(response: ServerResponse): void {
  response.statusCode = 204;
  response.end();
}
