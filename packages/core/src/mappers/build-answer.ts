import { Unauthorized } from '../errors/client-errors.js';
import type { ErrorOptions } from '../errors/error-options.js';
import { HttpError } from '../errors/http-error.js';
import type { AnswerExtras, AnswerRow } from './built-in-mapper.js';
import { withoutStack } from './without-stack.js';

/** Makes the error of one row: its own words only, the original as the cause. */
export function buildAnswer(
  code: string,
  row: AnswerRow,
  { cause, ...extras }: AnswerExtras & { readonly cause: unknown },
): HttpError {
  const { params, message = code, headers, extensions, challenges } = extras;
  const status = extras.status ?? row.status;
  const options: ErrorOptions = {
    detail: { key: message, params },
    code,
    cause,
    headers,
    extensions,
    expose: row.expose ?? status !== 500,
    temporary: row.temporary,
    retryAfter: extras.retryAfter ?? row.retryAfter,
  };
  return withoutStack(() =>
    status === 401 && challenges !== undefined
      ? new Unauthorized(challenges, options)
      : Object.assign(
          new HttpError(status, options),
          challenges === undefined ? undefined : { challenges },
        ),
  );
}
