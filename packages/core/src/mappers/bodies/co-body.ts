import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { findEvidence } from '../evidence.js';
import { acceptedCodings } from './body-parser.js';

/**
 * What the parsers of the Koa world say in their own way: co-body puts a status and the raw body on
 * the parser's error; inflation and co-body know only a status of 415 and a message. What raw-body
 * throws beneath them has body-parser's types.
 *
 * @see https://github.com/cojs/co-body (6.2, lib/json.js, lib/form.js, lib/any.js), https://github.com/stream-utils/inflation (2.1)
 */
export const coBody = defineMapper({
  name: 'co-body',
  libraries: 'co-body, koa-bodyparser, @koa/bodyparser, koa-body, inflation',
  match: { has: ['body', 'status'] },
  answers: {
    body_malformed: { status: 400, when: 'the body could not be parsed' },
    content_encoding_unsupported: {
      status: 415,
      when: 'the content coding is not read; Accept-Encoding says which are',
    },
    media_type_unsupported: { status: 415, when: 'the media type is not read' },
  },
  map({ thrown }, { answer }) {
    const status = readProperty(thrown, 'status');
    const message = readProperty(thrown, 'message');
    // Theirs are plain errors; http-errors with a body are somebody else's.
    if (readProperty(thrown, 'expose') !== undefined || typeof message !== 'string') {
      return undefined;
    }
    if (status === 400 && typeof readProperty(thrown, 'body') === 'string') {
      // Clients keep the body of an answer there.
      if (findEvidence(thrown) !== undefined) return undefined;
      return answer('body_malformed');
    }
    if (status !== 415) return undefined;
    if (message.startsWith('Unsupported Content-Encoding: ')) {
      return answer('content_encoding_unsupported', acceptedCodings(message));
    }
    return /^(?:Unsupported|Missing) content-type/.test(message)
      ? answer('media_type_unsupported')
      : undefined;
  },
});
