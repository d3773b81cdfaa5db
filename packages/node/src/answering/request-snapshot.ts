import type { IncomingMessage } from 'node:http';
import type { RequestFacts } from '@faultless/core/adapter';

/**
 * True for a request of HTTP/2's compatibility API. The version alone does not tell: a client may
 * write `HTTP/2.0` in an HTTP/1 request line.
 */
export function isHttp2(request: IncomingMessage): boolean {
  return request.httpVersionMajor > 1 && 'stream' in request;
}

/** What a request is like when it fails, however far its content has come. */
export interface RequestSnapshot extends RequestFacts {
  readonly http2: boolean;
  /** Whether it says that it has content: how long, or that it comes in chunks (RFC 9112 §6.3). */
  readonly hasContent: boolean;
}

/** A request, and its target as it came. */
interface FailedTarget {
  readonly request: IncomingMessage;
  readonly target?: string | undefined;
}

/**
 * Reads a request once for all that follows: Express gives each one a prototype of its app's, and
 * with that a shape that V8 has never seen, so that every single look at it is dear.
 */
export function snapshotRequest({ request, target }: FailedTarget): RequestSnapshot {
  const { method, headers, httpVersionMajor } = request;
  return {
    method,
    url: target ?? request.url,
    headers,
    httpVersionMajor,
    http2: httpVersionMajor > 1 && isHttp2(request),
    hasContent:
      headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0,
  };
}
