import type { ServerResponse } from 'node:http';
import type { Reply } from '@faultless/core';

/** Carries a reply out: sends it, or breaks the connection off so that the client sees truncation. */
export function writeReply(reply: Reply, response: ServerResponse): void {
  if (reply.action === 'destroy') response.destroy();
  if (reply.action !== 'send') return;
  for (const name of reply.removed) response.removeHeader(name);
  for (const [name, value] of reply.headers) response.setHeader(name, value);
  response.statusCode = reply.status;
  if (response.req.httpVersionMajor < 2) response.statusMessage = reply.reason;
  response.end(reply.body);
}
