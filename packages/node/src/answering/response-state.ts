import type { ServerResponse } from 'node:http';
import type { ResponseFacts, ResponseState } from '@faultless/core/adapter';

const ABANDONED = new WeakSet<ServerResponse>();

/** Notes that a request broke off and was answered; what its handler still says comes too late. */
export function abandon(response: ServerResponse): void {
  ABANDONED.add(response);
}

/** Tells how far a response has come, and whether anybody is still there to get it. */
export function responseState(response: ServerResponse): ResponseState {
  if (ABANDONED.has(response)) return 'gone';
  const { headersSent } = response;
  if (headersSent && response.writableEnded) return 'finished';
  // A response that waits for an earlier one of its connection has no socket yet.
  const socket = response.socket ?? response.req.socket;
  if (response.destroyed || socket.destroyed) return 'gone';
  return headersSent ? 'started' : 'open';
}

/**
 * The fields of a response that has begun. Those given to `writeHead` are nowhere but in the text
 * that Node has sent.
 */
export function sentFields(response: ServerResponse): ResponseFacts {
  return {
    getHeader: (name) => response.getHeader(name) ?? findField(sentText(response), name),
    getHeaderNames: () => response.getHeaderNames(),
  };
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
