import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { FieldList, Reply, SentReply } from '@faultless/core';
import { isHttp2, type RequestSnapshot } from './request-snapshot.js';
import { sentFields } from './response-state.js';

/** How long a last piece of text may take to leave, in milliseconds. */
const FLUSH_TIME = 1000;

/** RFC 9113 §7. node:http2, which has it too, takes as long to load as core does. */
const INTERNAL_ERROR = 0x2;

/**
 * Breaks a response off so that no client can take it for whole: HTTP/1.1 lacks its last chunk or
 * part of its length, HTTP/1.0, where the end of the connection is the end of the content, gets a
 * reset, HTTP/2 a RST_STREAM. A last piece of text may be written before.
 *
 * @see RFC 9112 §8, RFC 9113 §8.1.1
 */
function breakOff(response: ServerResponse, last?: string): void {
  if (last === undefined || response.destroyed || !response.headersSent) {
    destroy(response);
    return;
  }
  const timer = setTimeout(destroy, FLUSH_TIME, response).unref();
  response.write(last, () => {
    clearTimeout(timer);
    destroy(response);
  });
}

function destroy(response: ServerResponse): void {
  if (isHttp2(response.req)) {
    // Unlike destroy(), this tells the client that it was no cancellation of its own.
    const { stream } = response as unknown as Http2ServerResponse;
    stream.close(INTERNAL_ERROR);
    return;
  }
  const { socket } = response;
  if (socket !== null && !socket.destroyed && endsWithConnection(response)) {
    socket.resetAndDestroy();
  }
  response.destroy();
}

/** Neither a length nor chunks say where the content ends (RFC 9112 §6.3). */
function endsWithConnection(response: ServerResponse): boolean {
  if (!response.headersSent || response.chunkedEncoding) return false;
  return sentFields(response).getHeader('content-length') === undefined;
}

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

/**
 * Takes back the trailers that the failed handler has set, which speak of the content that it did not
 * send. Over HTTP/1 a length rules them out, but a wrapper of the response may send chunks instead.
 *
 * @see RFC 9110 §6.5
 */
function dropTrailers(response: ServerResponse, http2: boolean): void {
  if (http2) {
    // The compatibility API can set them only; this is where it would send them.
    const { stream } = response as unknown as Http2ServerResponse;
    stream.removeAllListeners('wantTrailers');
    stream.once('wantTrailers', () => {
      stream.sendTrailers({});
    });
  } else {
    // Node begins anew with each call.
    response.addTrailers({});
  }
}

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
