import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';

/**
 * Takes back the trailers that the failed handler has set, which speak of the content that it did not
 * send. Over HTTP/1 a length rules them out, but a wrapper of the response may send chunks instead.
 *
 * @see RFC 9110 §6.5
 */
export function dropTrailers(response: ServerResponse, http2: boolean): void {
  if (http2) {
    // The compatibility API can set them only; this is where it would send them.
    const { stream } = response as unknown as Http2ServerResponse;
    stream.removeAllListeners('wantTrailers');
    stream.once('wantTrailers', () => {
      stream.sendTrailers({});
    });
  } else {
    // Node begins anew with each call.
    response.addTrailers({});
  }
}
