import type { ServerResponse } from 'node:http';
import type { ResponseState } from '@faultless/core';

/** Tells how far a response has come, and whether anybody is still there to get it. */
export function responseState(response: ServerResponse): ResponseState {
  if (response.writableEnded) return 'finished';
  if (response.destroyed || response.socket?.destroyed === true) return 'gone';
  return response.headersSent ? 'started' : 'open';
}
