import { NotFound } from '../errors/client-errors.js';
import { type HttpError, isHttpError, ownError } from '../errors/http-error.js';
import type { Notice } from '../reporting/report.js';
import { catchRejection } from '../values/catch-rejection.js';

/** Says whether an error leaves as a 404: `true` for the generic one, or the NotFound to imitate. */
export type ConcealPredicate<Context> = (
  error: HttpError,
  context: Context,
) => boolean | NotFound | undefined;

/** The 404 of an address that leads nowhere; every generic 404 looks like this one. */
export const GENERIC_NOT_FOUND: HttpError = Object.freeze(new NotFound());

/**
 * Finds the 404 that an error hides behind; undefined when it may be seen. A predicate that throws
 * has not allowed the error to be seen.
 */
export function findDisguise<Context>(
  error: HttpError,
  context: Context,
  { predicate, notice }: { predicate: ConcealPredicate<Context> | undefined; notice: Notice },
): HttpError | undefined {
  try {
    const verdict = error.conceal || predicate?.(error, context);
    if (!verdict) return undefined;
    if (isHttpError(verdict) && verdict.status === 404) return ownError(verdict);
    if (typeof verdict === 'object') refuseVerdict(verdict, notice);
    return GENERIC_NOT_FOUND;
  } catch (failure) {
    notice('asking whether to conceal threw, so the error was concealed', failure);
    return GENERIC_NOT_FOUND;
  }
}

/** A promise says nothing in time, and other objects say nothing at all. */
function refuseVerdict(verdict: object, notice: Notice): void {
  notice('the conceal predicate returned an object, so the error was concealed');
  catchRejection(verdict, () => undefined);
}
