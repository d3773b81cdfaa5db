import type { ServerResponse } from 'node:http';
import type { ResponseState } from '@faultless/core';
import { isAbandoned } from './exchanges.js';

/** Tells how far a response has come, and whether anybody is still there to get it. */
export function responseState(response: ServerResponse): ResponseState {
  if (isAbandoned(response)) return 'gone';
  const { headersSent } = response;
  if (headersSent && response.writableEnded) return 'finished';
  // A response that waits for an earlier one of its connection has no socket yet.
  const socket = response.socket ?? response.req.socket;
  if (response.destroyed || socket.destroyed) return 'gone';
  return headersSent ? 'started' : 'open';
}
