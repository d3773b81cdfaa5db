import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { FieldList, Reply, SentReply } from '@faultless/core';
import { breakOff } from './break-off.js';
import { dropTrailers } from './drop-trailers.js';
import type { RequestSnapshot } from './snapshot-request.js';

/** Carries a reply out: sends it, or breaks the connection off so that the client sees truncation. */
export function writeReply(
  reply: Reply,
  response: ServerResponse,
  { http2 }: Pick<RequestSnapshot, 'http2'>,
): void {
  if (reply.action === 'destroy') breakOff(response, reply.last);
  if (reply.action !== 'send') return;
  for (const name of reply.removed) response.removeHeader(name);
  // Node takes the removal of Connection for the wish to have none.
  if (!http2) Object.assign(response, { _removedConnection: false });
  if (http2 || isWrapped(response)) {
    dropTrailers(response, http2);
    setHead(reply, response);
    if (!http2) response.statusMessage = reply.reason;
  } else {
    response.writeHead(reply.status, reply.reason, flatten(reply.headers));
  }
  endWith(response, reply);
}

/** Wrappers of `writeHead` and `setHeader` don't expect all that Node takes. */
function isWrapped(response: ServerResponse): boolean {
  return Object.hasOwn(response, 'writeHead') || Object.hasOwn(response, 'setHeader');
}

function setHead({ status, headers }: SentReply, response: ServerResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
}

/** Names and values in turn; `writeHead` takes several lines of a field as one value. */
function flatten(headers: FieldList): OutgoingHttpHeader[] {
  const flat: OutgoingHttpHeader[] = [];
  for (const [name, value] of headers) flat.push(name, value as OutgoingHttpHeader);
  return flat;
}

/**
 * Node writes a string in one piece with the header, in the encoding of the string: in UTF-8, octets
 * of a field value would be encoded a second time.
 */
function endWith(response: ServerResponse, { headers, body, ascii }: SentReply): void {
  if (ascii) response.end(body, 'latin1');
  else if (isHeadAscii(headers, response)) response.end(body, 'utf8');
  else response.end(Buffer.from(body));
}

function isHeadAscii(headers: FieldList, response: ServerResponse): boolean {
  return (
    headers.every(([, value]) => isAscii(String(value))) &&
    Object.values(response.getHeaders()).every((value) => isAscii(String(value)))
  );
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
