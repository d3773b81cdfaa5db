import { realmHeaders } from '../challenges/challenge-fields.js';
import type { HttpError } from '../errors/http-error.js';
import type { FieldList, RequestFacts } from '../exchange.js';
import { BoundedCache, remember } from '../values/bounded-cache.js';
import { CONNECTION_FIELDS, isLeftover } from './leftovers.js';
import { findObligation, OBLIGATIONS } from './obligations.js';
import type { Header } from './repair-app-fields.js';

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
 * The header of an error that brings nothing but its status and perhaps a realm, which is the same each
 * time: as it was made before, or else is made now; undefined for any other error.
 */
export function findPlainHeader(
  error: HttpError,
  { httpVersionMajor = 1 }: RequestFacts,
  known: Map<number, BoundedCache<FieldList>>,
  make: () => Header,
): Header | undefined {
  const realm = findRealm(error);
  if (realm === undefined) return undefined;
  const kind = httpVersionMajor > 1 ? -error.status : error.status;
  const byRealm = known.get(kind) ?? new BoundedCache<FieldList>();
  const fields = byRealm.get(realm);
  if (fields !== undefined) return { fields, removed: [] };
  const made = make();
  byRealm.set(realm, made.fields);
  known.set(kind, byRealm);
  return made;
}

/** The realm of an error that brings nothing else, empty where it brings none; undefined if it brings more. */
function findRealm({ status, headers, challenges }: HttpError): string | undefined {
  if (challenges === undefined) return headers === undefined ? '' : undefined;
  const field = findObligation(status).challenge;
  const isPlain =
    typeof challenges === 'string' &&
    field !== undefined &&
    headers === realmHeaders(field, challenges);
  return isPlain ? challenges : undefined;
}
