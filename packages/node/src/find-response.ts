import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** What Node publishes of each request that begins. */
interface Started {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

const RESPONSES = new WeakMap<IncomingMessage, ServerResponse>();
let watching = false;

/**
 * Has the response of each request noted from now on, where requests can be dropped: Node's
 * `dropRequest` event brings the request only.
 */
export function watchResponses(): void {
  if (watching) return;
  watching = true;
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Started;
    if (Number(server.maxRequestsPerSocket) > 0) RESPONSES.set(request, response);
  });
}

/** The response of a request that began since. */
export function findResponse(request: IncomingMessage): ServerResponse | undefined {
  return RESPONSES.get(request);
}
