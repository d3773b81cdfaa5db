import { finished, Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import type { Context } from 'koa';

const WATCHED = Symbol('watched by Faultless');

type Setter = (value: unknown) => void;
type Prototype = Context['app']['response'] & { [WATCHED]?: true };

/**
 * Has every stream that becomes a body of this application watched from that moment on: what it
 * fails with goes to `context.onerror`. Koa 2 does so itself; Koa 3 listens only when it sends, and
 * a stream that fails earlier would end the process.
 */
export function watchBodies(app: Context['app']): void {
  const response: Prototype = app.response;
  if (response[WATCHED]) return;
  response[WATCHED] = true;
  const body = findAccessor(response, 'body');
  const { set: setBody } = body;
  Object.defineProperty(response, 'body', {
    ...body,
    set(this: Context['response'], value: unknown) {
      if (isStream(value)) addStream(this, value, setBody);
      else setBody.call(this, value);
    },
  });
}

function addStream(response: Context['response'], stream: Readable, setBody: Setter): void {
  const added = stream !== response.body;
  setBody.call(response, stream);
  if (added) watchBody(stream, response.ctx);
}

/**
 * Makes a Node stream of a web stream, a Blob or a Response that Koa 3 is about to send, so that it
 * is watched too. Koa 2, which has no `back()`, knows none of them.
 */
export function convertWebBody(context: Context, body: object | string): void {
  const stream = findWebStream(body);
  if (stream === undefined || !('back' in context)) return;
  const length = context.res.getHeader('Content-Length');
  context.body = Readable.from(stream);
  // Koa takes it away from a body that replaces another.
  if (length !== undefined) context.res.setHeader('Content-Length', length);
}

function findWebStream(body: object | string): ReadableStream | undefined {
  // All three have one; what Koa makes JSON of has none.
  if (typeof body !== 'object' || !(Symbol.toStringTag in body)) return undefined;
  if (body instanceof ReadableStream) return body;
  if (body instanceof Blob) return body.stream();
  return body instanceof Response && body.body !== null ? body.body : undefined;
}

function watchBody(stream: Readable, context: Context): void {
  stream.on('error', (error: unknown) => {
    // Streams of old libraries can not be unpiped.
    if ('unpipe' in stream) stream.unpipe(context.res);
    context.onerror((error ?? new Error('the body failed without an error')) as Error);
  });
  finished(stream, { writable: false }, (error) => {
    // A body that was replaced, or of which no more is needed, is destroyed by Koa.
    if (error && stream === context.body && !context.res.writableEnded) context.onerror(error);
  });
}

function isStream(body: unknown): body is Readable {
  const stream = body as Partial<Readable> | null | undefined;
  return typeof stream?.pipe === 'function' && typeof stream.on === 'function';
}

function findAccessor(object: object, name: string): { get: () => unknown; set: Setter } {
  let owner = object;
  for (;;) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor !== undefined) return descriptor as { get: () => unknown; set: Setter };
    owner = Object.getPrototypeOf(owner) as object;
  }
}
