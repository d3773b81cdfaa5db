import { HttpError } from '../errors/http-error.js';
import { findReasonPhrase, isErrorStatus } from '../statuses/registered.js';
import { readProperty } from '../values/read-property.js';
import { defineMapper } from './built-in-mapper.js';
import { foreignHeaders } from './foreign-headers.js';
import { isSystemError } from './is-system-error.js';
import { withoutStack } from './without-stack.js';

/**
 * Errors that state their own status, by http-errors' contract or plainly. The status is believed
 * when it is an integer in 400–599 and agrees with itself; the message is for the client only if
 * `expose` is true. Inside a wrapper only the contract counts (`expose` is there): a plain status
 * may be about anything.
 *
 * @see https://github.com/jshttp/http-errors#error-properties
 */
export const httpErrors = defineMapper({
  name: 'http-errors',
  libraries: 'http-errors, `ctx.throw`, and any error with a `status` or `statusCode`',
  note: 'The status it states, if that is an integer in 400–599; its message if `expose` is true; its headers but for Set-Cookie and those of framing and representation.',
  match: { has: ['status', 'statusCode'] },
  answers: {},
  map({ thrown }, { outermost }) {
    const status = readProperty(thrown, 'status') ?? readProperty(thrown, 'statusCode');
    const statusCode = readProperty(thrown, 'statusCode') ?? status;
    if (!isErrorStatus(status) || status !== statusCode) return undefined;
    const expose = readProperty(thrown, 'expose');
    if (thrown !== outermost && typeof expose !== 'boolean') return undefined;
    const message = readProperty(thrown, 'message');
    const exposed = expose === true && typeof message === 'string' && !isSystemError(thrown);
    return withoutStack(
      () =>
        new HttpError(status, exposed && !isPhrase(message, status) ? message : undefined, {
          cause: outermost,
          expose: exposed,
          headers: foreignHeaders(readProperty(thrown, 'headers')),
        }),
    );
  },
});

/** A message that only repeats the status explains nothing; the locales do (RFC 9110 §15.5). */
function isPhrase(message: string, status: number): boolean {
  const phrases = [findReasonPhrase(status), FORMER_PHRASES[status]];
  return phrases.some((phrase) => phrase?.toLowerCase() === message.toLowerCase());
}

/** Node's and http-errors' names, from before RFC 9110. */
const FORMER_PHRASES: Readonly<Record<number, string | undefined>> = {
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
};
