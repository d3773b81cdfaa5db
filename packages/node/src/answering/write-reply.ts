import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { FieldList, Reply, SentReply } from '@faultless/core/adapter';
import { breakOff } from './break-off.js';
import { keepSentHeaders } from './keep-sent-headers.js';
import { NODE_HTTP } from './node-http.js';
import type { RequestSnapshot } from './request-snapshot.js';

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
  } else if ('addTrailers' in response) {
    // Node begins anew with each call; a response that is made for a test may know none.
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
    // Names and values in turn; it takes several lines of a field as one value.
    const head: OutgoingHttpHeader[] = [];
    for (const [name, value] of reply.headers) head.push(name, value as OutgoingHttpHeader);
    response.writeHead(reply.status, reply.reason, head);
    keepSentHeaders(response, reply.headers);
  }
  const { headers, body, ascii } = reply;
  // Node writes a string in one piece with the header, in the encoding of the string: in UTF-8, octets of a
  // field value would be encoded a second time.
  if (ascii) response.end(body, 'latin1');
  else if (isHeadAscii(headers, response)) response.end(body, 'utf8');
  else response.end(Buffer.from(body));
}

/**
 * Whoever wraps or replaces one of these doesn't expect all that Node takes; and as long as no head is
 * made, there is another way past one that throws.
 */
function isWrapped(response: Methods): boolean {
  return (
    response.writeHead !== NODES.writeHead ||
    response.setHeader !== NODES.setHeader ||
    response.getHeaderNames !== NODES.getHeaderNames ||
    response.end !== NODES.end
  );
}

/** Methods that are compared and not called. */
type Methods = Readonly<Record<'writeHead' | 'setHeader' | 'getHeaderNames' | 'end', unknown>>;

const NODES: Methods = NODE_HTTP.ServerResponse.prototype;

function setHead({ status, headers }: SentReply, response: ServerResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
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
