import { readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

/** What busboy's and multer's plain errors mean; their messages are all that they have. */
const MESSAGES = {
  'Unexpected end of form': 'form_malformed',
  'Unexpected end of file': 'form_malformed',
  'Unexpected end of multipart data': 'form_malformed',
  'Malformed part header': 'form_malformed',
  'Malformed urlencoded form': 'form_malformed',
  'Malformed content type': 'form_malformed',
  'Multipart: Boundary not found': 'form_malformed',
  'Unsupported content type: ': 'media_type_unsupported',
  'Missing Content-Type': 'media_type_unsupported',
  'Unsupported Content-Type.': 'media_type_unsupported',
  'Request aborted': 'request_aborted',
  'Request closed': 'request_aborted',
} as const;

/**
 * Forms that busboy could not read, alone or beneath multer. It reaches its limits without an error;
 * multer makes errors of them.
 *
 * @see https://github.com/mscdex/busboy (1.6, lib/index.js, lib/types/), multer 2.5 lib/make-middleware.js
 */
export const busboy = defineMapper({
  name: 'busboy',
  libraries: 'busboy, @fastify/busboy; multer and @koa/multer, which pass its errors on',
  match: {
    message: Object.keys(MESSAGES).map((message) =>
      message.startsWith('Multipart: ') ? 'Multipart: ' : message,
    ),
  },
  answers: {
    form_malformed: { status: 400, when: 'the form breaks off or is no form' },
    media_type_unsupported: { status: 415, when: 'the media type is no form’s' },
    request_aborted: { status: 400, when: 'the client left before the form had arrived' },
  },
  map({ thrown }, { answer }) {
    const message = readText(thrown, 'message');
    const known = message.startsWith('Unsupported content type: ')
      ? 'Unsupported content type: '
      : message;
    const code = Object.hasOwn(MESSAGES, known)
      ? MESSAGES[known as keyof typeof MESSAGES]
      : undefined;
    return code === undefined ? undefined : answer(code);
  },
});
