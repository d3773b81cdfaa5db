import type { Challenges } from '../challenges/challenge.js';
import { Unauthorized } from '../errors/client-errors.js';
import type { HttpErrorOptions } from '../errors/error-options.js';
import { HttpError } from '../errors/http-error.js';
import { withoutStack } from '../errors/stack-traces.js';
import type { AnswerExtras, AnswerRow } from './built-in-mapper.js';

/** Makes the error of one row: its own words only, the original as the cause. */
export function buildAnswer(
  code: string,
  row: AnswerRow,
  { cause, ...extras }: AnswerExtras & { readonly cause: unknown },
): HttpError {
  const { params, message = code, headers, extensions, challenges } = extras;
  const status = extras.status ?? row.status;
  const options: HttpErrorOptions = {
    detail: { key: message, params },
    code,
    cause,
    headers,
    extensions,
    expose: row.expose ?? status !== 500,
    temporary: row.temporary,
    retryAfter: extras.retryAfter ?? row.retryAfter,
  };
  return withoutStack(() => challenge(status, options, challenges));
}

function challenge(
  status: number,
  options: HttpErrorOptions,
  challenges: Challenges | undefined,
): HttpError {
  if (challenges === undefined) return new HttpError(status, options);
  if (status === 401) return new Unauthorized(challenges, options);
  const error = new HttpError(status, options);
  Object.assign(error, { challenges });
  return error;
}
