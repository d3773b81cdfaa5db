import { realmHeaders } from '../challenges/challenge-fields.js';
import type { HttpError } from '../errors/http-error.js';
import type { RequestFacts } from '../exchange.js';
import { remember } from '../values/bounded-cache.js';
import { CONNECTION_FIELDS, isLeftover } from './leftovers.js';
import { findObligation, OBLIGATIONS } from './obligations.js';

/** Fields of the app's that an error's header depends on, beside the leftovers. */
const RELEVANT: ReadonlySet<string> = new Set([
  ...CONNECTION_FIELDS,
  'vary',
  'access-control-allow-origin',
  ...[...OBLIGATIONS.values()].flatMap((obligation) => [
    ...(obligation.never ?? []),
    obligation.must?.name.toLowerCase() ?? '',
    obligation.challenge?.toLowerCase() ?? '',
  ]),
]);

/** True for a field that, once the app has set it, decides on the header of an error. */
export const isRelevant: (name: string) => boolean = remember(
  (name) => RELEVANT.has(name) || isLeftover(name),
);

/**
 * Names the header of an error that brings nothing but its status and perhaps a realm; undefined if
 * it brings more, so that its header has to be put together.
 */
export function plainKey(
  { status, headers, challenges }: HttpError,
  { httpVersionMajor = 1 }: RequestFacts,
): string | undefined {
  if (challenges === undefined) {
    return headers === undefined ? `${httpVersionMajor} ${status}` : undefined;
  }
  const field = findObligation(status).challenge;
  const plain =
    typeof challenges === 'string' &&
    field !== undefined &&
    headers === realmHeaders(field, challenges);
  return plain ? `${httpVersionMajor} ${status} ${challenges}` : undefined;
}
