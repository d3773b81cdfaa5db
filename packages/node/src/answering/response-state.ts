import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import { type ResponseFacts, type ResponseState, readProperty } from '@faultless/core/adapter';

const ABANDONED = new WeakSet<ServerResponse>();

/** Notes that a request broke off and was answered; what its handler still says comes too late. */
export function abandon(response: ServerResponse): void {
  ABANDONED.add(response);
}

/** Tells how far a response has come, and whether anybody is still there to get it. */
export function responseState(response: ServerResponse, thrown?: unknown): ResponseState {
  if (ABANDONED.has(response)) return 'gone';
  const { headersSent } = response;
  if (headersSent && response.writableEnded) return 'finished';
  const socket = response.socket ?? findSocket(response);
  if (response.destroyed || socket?.destroyed) return findDestroyer(response, thrown);
  if (!headersSent) return 'open';
  return isSealed(response) ? 'sealed' : 'started';
}

/** The request of a response; one that is made for a test may have none. */
function requestOf({ req }: Partial<Pick<ServerResponse, 'req'>>): Partial<IncomingMessage> {
  return req ?? {};
}

/**
 * The connection of a response. One that waits for an earlier response has none yet, but its request has;
 * a request whose content somebody has stopped to read has none any more; what is injected never had one.
 */
export function findSocket(response: ServerResponse): Socket | undefined {
  return response.socket ?? requestOf(response).socket ?? undefined;
}

/**
 * Who destroyed a response: the application, as `pipeline` does when the source fails, or the client, by
 * leaving, which Node tells the request (since 24 a response that waits, too), and streams as having been
 * too early.
 */
function findDestroyer(response: ServerResponse, thrown: unknown): 'failed' | 'gone' {
  const request = requestOf(response);
  const error = findError(response);
  if (error === undefined) {
    const isLeft = request.destroyed === true && request.complete === false && !request.errored;
    return isLeft ? 'failed' : 'gone';
  }
  if (error === request.errored) return 'gone';
  return error !== thrown && ECHOES.has(readProperty(error, 'code')) ? 'gone' : 'failed';
}

/** What Node calls it when the other side has left. */
const ECHOES: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

/** HTTP/2's compatibility API keeps it on the stream. */
function findError(response: ServerResponse): Error | undefined {
  const { stream } = response as unknown as Partial<Http2ServerResponse>;
  return response.errored ?? stream?.errored ?? undefined;
}

/**
 * Whether text that is written now would be more than the length allows, or stand behind encoded content;
 * who wraps `write`, as `compression` does, encodes it.
 */
function isSealed(response: ServerResponse): boolean {
  const fields = sentFields(response);
  if (fields.getHeader('content-length') !== undefined) return true;
  return !Object.hasOwn(response, 'write') && fields.getHeader('content-encoding') !== undefined;
}

/**
 * The fields of a response that has begun. Those given to `writeHead` are nowhere but in the text
 * that Node has sent.
 */
export function sentFields(response: ServerResponse): ResponseFacts {
  return {
    getHeader: (name) => askHeader(response, name) ?? findField(sentText(response), name),
    getHeaderNames: () => response.getHeaderNames(),
  };
}

/** Middleware may have put a function of its own there, which throws. */
function askHeader(response: ServerResponse, name: string): unknown {
  try {
    return response.getHeader(name);
  } catch {
    return undefined;
  }
}

function sentText(response: ServerResponse): string {
  const { _header: text } = response as ServerResponse & { readonly _header?: unknown };
  return typeof text === 'string' ? text : '';
}

function findField(head: string, name: string): string | undefined {
  const start = `${name.toLowerCase()}:`;
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(start));
  return line?.slice(start.length).trim();
}
