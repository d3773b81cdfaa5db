import { readProperty, readText } from '../../values/read-property.js';
import type { AnswerExtras } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';

/** What the `type` of body-parser's and raw-body's errors means. */
const TYPES = {
  'charset.unsupported': 'charset_unsupported',
  'encoding.unsupported': 'content_encoding_unsupported',
  'entity.parse.failed': 'body_malformed',
  'entity.too.large': 'body_too_large',
  'entity.verify.failed': 'body_verification_failed',
  'parameters.too.many': 'parameters_too_many',
  'querystring.parse.rangeError': 'body_nested_too_deep',
  'request.aborted': 'request_aborted',
  'request.size.invalid': 'content_length_mismatch',
} as const;

type Type = (typeof TYPES)[keyof typeof TYPES];

/** What qs says of its limits, where it is told to throw: in a query parser of the app's own. */
const OF_QS =
  /^(?:Input depth exceeded depth option of|(?:Parameter|Array) limit exceeded\. Only) \d+ /;

/**
 * Bodies that express.json, body-parser, raw-body and their relatives could not read, by the `type`
 * that body-parser documents. Reading a body twice (`stream.not.readable`, `stream.encoding.set`) is
 * the server's fault and stays the 500 that it says.
 *
 * @see https://github.com/expressjs/body-parser#errors (2.4, 1.20), https://github.com/stream-utils/raw-body#errors (4.0, 3.0, 2.5)
 */
export const bodyParser = defineMapper({
  name: 'body-parser',
  libraries:
    '`express.json()` and its siblings, body-parser, raw-body, qs; through raw-body: koa-bodyparser, @koa/bodyparser, co-body, koa-body',
  match: { type: Object.keys(TYPES), message: [OF_QS] },
  answers: {
    body_malformed: { status: 400, when: 'the body could not be parsed' },
    body_too_large: { status: 413, when: 'the body is larger than the limit, which is told' },
    body_nested_too_deep: { status: 400, when: 'a form is nested deeper than is read' },
    parameters_too_many: { status: 413, when: 'a form has more parameters than are read' },
    content_encoding_unsupported: {
      status: 415,
      when: 'the content coding is not read; Accept-Encoding says which are',
    },
    charset_unsupported: { status: 415, when: 'the charset of the body is not read' },
    content_length_mismatch: {
      status: 400,
      when: 'the body is not as long as Content-Length says',
    },
    body_verification_failed: { status: 403, when: 'the `verify` function refused the body' },
    request_aborted: { status: 400, when: 'the client left before the body had arrived' },
  },
  map({ thrown, type }, { answer }) {
    const code = Object.hasOwn(TYPES, type ?? '')
      ? TYPES[type as keyof typeof TYPES]
      : readQsLimit(thrown);
    // A verify function may throw an error with a status of its own, which then is the better one.
    if (code === 'body_verification_failed' && readProperty(thrown, 'status') !== 403) {
      return undefined;
    }
    return answer(code, EXTRAS[code]?.(thrown));
  },
});

function readQsLimit(thrown: object): Type {
  const isOfDepth = readText(thrown, 'message').startsWith('Input');
  return isOfDepth ? 'body_nested_too_deep' : 'parameters_too_many';
}

const EXTRAS: Readonly<Record<string, ((thrown: unknown) => AnswerExtras) | undefined>> = {
  body_too_large: (thrown) => limitExtras(readProperty(thrown, 'limit')),
  content_encoding_unsupported: (thrown) =>
    acceptedCodings(readProperty(thrown, 'message'), readProperty(thrown, 'encoding')),
};

/** Tells the limit, where it is known. */
function limitExtras(limit: unknown): AnswerExtras {
  if (!Number.isSafeInteger(limit) || (limit as number) < 0) return {};
  return {
    message: 'body_too_large_limit',
    params: { limit: limit as number },
    extensions: { limit },
  };
}

/** What body parsers read; body-parser 1 does not know the last. */
const CODINGS = ['gzip', 'deflate', 'br'] as const;

/**
 * All of them but the one that was refused, or with `inflate: false` none, which they say in these
 * words.
 */
export function acceptedCodings(message: unknown, refused?: unknown): AnswerExtras {
  const none = message === 'content encoding unsupported';
  const accepted = CODINGS.filter((coding) => coding !== refused).join(', ');
  return { headers: { 'Accept-Encoding': none ? 'identity' : accepted } };
}
