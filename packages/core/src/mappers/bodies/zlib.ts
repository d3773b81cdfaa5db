import { defineMapper } from '../built-in-mapper.js';
import { readProperty } from '../read-property.js';

/**
 * A compressed body that is corrupt. Data of the server's own can be corrupt too, so the request has
 * to show that it was the body: body-parser says so by a status of 400; where the error comes bare,
 * as through co-body, the request has a Content-Encoding.
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/zlib.html#constants
 */
export const zlib = defineMapper({
  name: 'zlib',
  libraries: 'node:zlib beneath any body parser',
  match: {
    code: [
      'Z_DATA_ERROR',
      'Z_BUF_ERROR',
      /^(?:ERR__ERROR_FORMAT_|ERR_PADDING_|Z_BROTLI|ZSTD_error_)/,
    ],
  },
  answers: {
    content_encoding_malformed: {
      status: 400,
      when: 'the compressed body is corrupt or cut off',
    },
  },
  map({ thrown }, { answer, request, outermost }) {
    const coding = request?.headers['content-encoding'];
    const ofRequest = thrown === outermost && coding !== undefined && coding !== 'identity';
    return readProperty(thrown, 'status') === 400 || ofRequest
      ? answer('content_encoding_malformed')
      : undefined;
  },
});
