import { HttpError } from '../errors/http-error.js';
import { withoutStack } from '../errors/stack-traces.js';
import { findReasonPhrase } from '../statuses/registered.js';
import { readProperty } from '../values/read-property.js';
import { defineMapper } from './define-mapper.js';
import { carriesAnswer, findEvidence } from './evidence.js';
import { owedHeaders, statedHeaders } from './foreign-headers.js';
import { isSystemError } from './is-system-error.js';
import { readStatus } from './read-traits.js';

/**
 * Errors that state their own status, by http-errors' contract (`expose` is a boolean) or plainly. A
 * plain status counts if it is the application's: nothing on the error speaks of an exchange with
 * another server, and it was not inside a wrapper, where it may be about anything. The message is for
 * the client only if `expose` is true, or `isOperational` on a 4xx, which is how the class that
 * Express tutorials teach says the same.
 *
 * @see https://github.com/jshttp/http-errors#error-properties
 */
export const httpErrors = defineMapper({
  name: 'http-errors',
  libraries: 'http-errors, `ctx.throw`, and any error with a `status` or `statusCode`',
  note: 'The status it states, if that is an integer in 400–599 and its own; its message if `expose` is true; see [what is believed](#what-is-believed-of-an-error-that-is-not-ours).',
  match: { has: ['status', 'statusCode', 'expose'] },
  answers: {},
  map({ thrown }, { outermost }) {
    const expose = readProperty(thrown, 'expose');
    const contract = typeof expose === 'boolean';
    const status = readStatus(thrown) ?? (expose === true && statesNone(thrown) ? 500 : undefined);
    if (status === undefined) return undefined;
    if (!contract && (thrown !== outermost || findEvidence(thrown) !== undefined)) return undefined;
    const message = readProperty(thrown, 'message');
    const open = contract ? expose : status < 500 && readProperty(thrown, 'isOperational') === true;
    const foreign = contract && carriesAnswer(thrown);
    const exposed = open && typeof message === 'string' && !foreign && !isSystemError(thrown);
    const headers = foreign ? undefined : readProperty(thrown, 'headers');
    return withoutStack(
      () =>
        new HttpError(status, exposed && !isPhrase(message, status) ? message : undefined, {
          cause: outermost,
          expose: exposed,
          headers: contract ? statedHeaders(headers) : owedHeaders(headers),
        }),
    );
  },
  explain({ thrown }) {
    const contract = typeof readProperty(thrown, 'expose') === 'boolean';
    const status = readStatus(thrown);
    if (status === undefined) return 'expose is true, and it states no status';
    const why = contract
      ? 'by http-errors’ contract (expose is a boolean)'
      : 'for nothing on it tells of an exchange with another server';
    return `its status ${status} is believed, ${why}`;
  },
});

/** http-errors, Koa and others take such an error for a 500 whose message is for the client. */
function statesNone(thrown: object): boolean {
  return ['status', 'statusCode'].every((name) => readProperty(thrown, name) === undefined);
}

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
