import type { IncomingMessage, ServerResponse } from 'node:http';
import { ContentTooLarge } from '@faultless/node';

/** A middleware that Express 4 and Express 5 both take. */
export type ContentLimit = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Makes the middleware that refuses content with 413 as soon as its `Content-Length` says that it is
 * too large. Mount it before `express.json()` and its relatives, which read all of it before they refuse:
 *
 *     app.use(contentLimit(100_000), express.json());
 *
 * Content that comes in chunks says no length; its limit is the parser's.
 *
 * @param limit in bytes
 * @throws {TypeError} when the limit is no number of bytes
 */
export function contentLimit(limit: number): ContentLimit {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    const got = typeof limit === 'number' ? limit : typeof limit;
    throw new TypeError(
      `contentLimit: the limit must be a whole number of bytes, 0 or more, not ${got}`,
    );
  }
  return ({ headers }, _response, next) => {
    const length = Number(headers['content-length'] ?? 0);
    next(length > limit ? new ContentTooLarge({ limit }) : undefined);
  };
}
