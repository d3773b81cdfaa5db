import { HttpError } from '../../errors/http-error.js';
import { withoutStack } from '../../errors/stack-traces.js';
import { findReasonPhrase, isErrorStatus } from '../../statuses/registered.js';
import type { MappingContext } from '../built-in-mapper.js';
import { foreignHeaders } from '../foreign-headers.js';

/** What an error of another framework says of its own answer. */
export interface Statement {
  readonly status: unknown;
  /** What that framework would tell the client; for 4xx, it is told. */
  readonly message: unknown;
  readonly headers?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Says in our way what an error of another framework says of its own answer; undefined when its
 * status is no error's. A message that only repeats the status's phrase is no detail.
 */
export function restate(
  { status, message, headers, extensions }: Statement,
  { outermost }: Pick<MappingContext<never>, 'outermost'>,
): HttpError | undefined {
  if (!isErrorStatus(status)) return undefined;
  const telling =
    status < 500 &&
    typeof message === 'string' &&
    message !== '' &&
    message !== findReasonPhrase(status);
  return withoutStack(
    () =>
      new HttpError(status, telling ? message : undefined, {
        cause: outermost,
        headers: foreignHeaders(headers),
        extensions,
      }),
  );
}
