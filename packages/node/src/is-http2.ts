import type { IncomingMessage } from 'node:http';

/**
 * True for a request of HTTP/2's compatibility API. The version alone does not tell: a client may
 * write `HTTP/2.0` in an HTTP/1 request line.
 */
export function isHttp2(request: IncomingMessage): boolean {
  return request.httpVersionMajor > 1 && 'stream' in request;
}
