import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

/**
 * The beginnings of what zlib, Brotli and Zstandard say of damaged content, or of content that takes a
 * dictionary which nobody has here.
 */
const DAMAGED =
  '(?:Z_DATA_ERROR|Z_BUF_ERROR|Z_NEED_DICT|ERR__ERROR_FORMAT_|ERR_PADDING_|Z_BROTLI|ZSTD_error_)';

/**
 * koa-body makes a new error of what is no Error of its own realm, as all of Node's are where a test
 * runner has realms: one called `object` whose message is the old one in JSON.
 */
const REWRITTEN = new RegExp(`^\\{.*"code":"${DAMAGED}`);

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
  match: { code: [new RegExp(`^${DAMAGED}`)], name: ['object'] },
  answers: {
    content_encoding_malformed: {
      status: 400,
      when: 'the compressed body is corrupt or cut off',
    },
  },
  map({ thrown, name }, { answer, request, outermost }) {
    if (name === 'object' && !REWRITTEN.test(readText(thrown, 'message'))) {
      return undefined;
    }
    const coding = request?.headers['content-encoding'];
    const ofRequest = thrown === outermost && coding !== undefined && coding !== 'identity';
    return readProperty(thrown, 'status') === 400 || ofRequest
      ? answer('content_encoding_malformed')
      : undefined;
  },
});
