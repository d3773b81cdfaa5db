import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Sends `100 Continue` when the application begins to read the content, and not before: a request
 * that is refused first never gets one, and its client never sends the content.
 *
 * @see RFC 9110 §10.1.1, §15.2.1
 */
export function continueLazily(request: IncomingMessage, response: ServerResponse): void {
  const read = request._read.bind(request);
  request._read = (size) => {
    request._read = read;
    // Node reads what nobody has read once the response is through.
    if (!response.headersSent) response.writeContinue();
    read(size);
  };
}
