import type { ServerResponse } from 'node:http';
import type { FieldList, Reply, SentReply } from '@faultless/core';
import { breakOff } from './break-off.js';
import { isHttp2 } from './is-http2.js';

/** Carries a reply out: sends it, or breaks the connection off so that the client sees truncation. */
export function writeReply(reply: Reply, response: ServerResponse): void {
  if (reply.action === 'destroy') breakOff(response, reply.last);
  if (reply.action !== 'send') return;
  for (const name of reply.removed) response.removeHeader(name);
  if (isUntouched(response)) {
    response.writeHead(reply.status, reply.reason, flatten(reply.headers));
  } else setHead(reply, response);
  endWith(response, reply.body);
}

/** Nobody has set a field, or wrapped a method to see what is set. */
function isUntouched(response: ServerResponse): boolean {
  if (Object.hasOwn(response, 'writeHead') || Object.hasOwn(response, 'setHeader')) return false;
  return !isHttp2(response.req) && response.getHeaderNames().length === 0;
}

/** Field by field, since `writeHead` would take one line of a field that has several. */
function setHead({ status, reason, headers }: SentReply, response: ServerResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
  if (!isHttp2(response.req)) response.statusMessage = reason;
}

/** Names and values in turn, as `writeHead` takes them in one go. */
function flatten(headers: FieldList): string[] {
  const flat: string[] = [];
  for (const [name, value] of headers) {
    if (typeof value === 'string') flat.push(name, value);
    else for (const line of value) flat.push(name, line);
  }
  return flat;
}

/**
 * Node writes a string in one piece with the header, in the encoding of the string: in UTF-8, octets
 * of a field value would be encoded a second time.
 */
function endWith(response: ServerResponse, body: string): void {
  if (Buffer.byteLength(body) === body.length) response.end(body, 'latin1');
  else response.end(Buffer.from(body));
}
