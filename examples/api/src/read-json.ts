import type { IncomingMessage } from 'node:http';
import { BadRequest, ContentTooLarge } from '@faultless/koa';
import { CONTENT_LIMIT } from './limits.js';

/** Reads a request's JSON; a real app would leave that to a body parser. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Otherwise leaving the loop would break the connection, and the answer with it.
  const reader = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of reader) {
    length += chunk.length;
    if (length > CONTENT_LIMIT) throw new ContentTooLarge({ limit: CONTENT_LIMIT });
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
  } catch (cause) {
    throw new BadRequest('The content is not JSON.', { cause });
  }
}
