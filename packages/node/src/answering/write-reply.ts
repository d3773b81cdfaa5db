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
  if (!http2) (response as Removing)._removedConnection = false;
  if (http2 || isWrapped(response)) {
    dropTrailers(response, http2);
    for (const [name, value] of reply.headers) response.setHeader(name, value);
    response.statusCode = reply.status;
    if (!http2) response.statusMessage = reply.reason;
    response.end(...contentOf(reply, response));
  } else {
    writeDirectly(reply, response);
  }
}

/**
 * Calls Node's own functions, which are the response's: each response of Express has a shape that V8 has
 * never seen, so that finding one there costs as much as a header field.
 */
function writeDirectly(reply: SentReply, response: ServerResponse): void {
  if (NODES.getHeaderNames.call(response).length > 0) {
    // Given to writeHead, Node would remove each first, and look at each name and value three times.
    for (const [name, value] of reply.headers) NODES.setHeader.call(response, name, value);
    NODES.writeHead.call(response, reply.status, reply.reason);
  } else {
    // Names and values in turn; it takes several lines of a field as one value.
    const head: OutgoingHttpHeader[] = [];
    for (const [name, value] of reply.headers) head.push(name, value as OutgoingHttpHeader);
    NODES.writeHead.call(response, reply.status, reply.reason, head);
    keepSentHeaders(response, reply.headers);
  }
  NODES.end.call(response, ...contentOf(reply, response));
}

/**
 * Node writes a string in one piece with the header, in the encoding of the string: in UTF-8, octets of a
 * field value would be encoded a second time.
 */
function contentOf(
  { headers, body, ascii }: SentReply,
  response: ServerResponse,
): readonly [content: string | Buffer, encoding: BufferEncoding] {
  if (ascii) return [body, 'latin1'];
  return [isHeadAscii(headers, response) ? body : Buffer.from(body), 'utf8'];
}

/** What Node notes where a field is removed. */
type Removing = ServerResponse & { _removedConnection: boolean };

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

/** What answers are sent by, whatever it is that a response has in its place. */
type Methods = Readonly<Record<keyof Means, unknown>>;

/** As much of what Node's take as is given to them. */
interface Means {
  readonly getHeaderNames: () => readonly string[];
  readonly setHeader: (name: string, value: string | readonly string[]) => unknown;
  readonly writeHead: (status: number, reason: string, head?: OutgoingHttpHeader[]) => unknown;
  readonly end: (body: string | Buffer, encoding: BufferEncoding) => unknown;
}

const NODES: Means = NODE_HTTP.ServerResponse.prototype;

function isHeadAscii(headers: FieldList, response: ServerResponse): boolean {
  return (
    headers.every(([, value]) => isAscii(String(value))) &&
    Object.values(response.getHeaders()).every((value) => isAscii(String(value)))
  );
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
