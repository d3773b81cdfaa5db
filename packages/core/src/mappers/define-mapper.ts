import type { Challenges } from '../challenges/challenge.js';
import { Unauthorized } from '../errors/client-errors.js';
import type { HttpErrorOptions } from '../errors/error-options.js';
import { HttpError } from '../errors/http-error.js';
import { withoutStack } from '../errors/stack-traces.js';
import type { BuiltInMapper } from './built-in-mapper.js';

/** Makes a mapper that gives the answers of its table; keeps the names as types. */
export function defineMapper<const Name extends string, const Code extends string>(
  mapper: Omit<BuiltInMapper<Name, Code>, 'answer'>,
): BuiltInMapper<Name, Code> {
  return {
    ...mapper,
    answer(code, { cause, params, message = code, headers, extensions, challenges, ...own }) {
      const row = mapper.answers[code];
      const status = own.status ?? row.status;
      const options: HttpErrorOptions = {
        detail: { key: message, params },
        code,
        cause,
        headers,
        extensions,
        expose: row.expose ?? status !== 500,
        temporary: row.temporary,
        retryAfter: own.retryAfter ?? row.retryAfter,
      };
      return withoutStack(() => makeError(status, options, challenges));
    },
  };
}

function makeError(
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
