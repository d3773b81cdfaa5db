import { isErrorStatus, REGISTERED_ERRORS } from '../../statuses/registered.js';
import { textOf } from '../../values/read-property.js';

/** What tRPC, GraphQL servers and Medusa call a status where the registry has another phrase for it. */
const OTHERS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  INVALID_DATA: 400,
  NOT_ALLOWED: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  PARSE_ERROR: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  PERSISTED_QUERY_NOT_SUPPORTED: 400,
  UNAUTHENTICATED: 401,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  DUPLICATE_ERROR: 422,
  UNPROCESSABLE_ENTITY: 422,
  RATE_LIMITED: 429,
  CLIENT_CLOSED_REQUEST: 499,
};

/** Every status by its phrase, as constants are written: `NOT_FOUND`. */
const NAMES: ReadonlyMap<string, number> = new Map([
  ...Object.entries(REGISTERED_ERRORS).map(([code, { phrase }]) => [
    phrase.toUpperCase().replaceAll(/\W+/g, '_'),
    Number(code),
  ]),
  ...Object.entries(OTHERS),
] as [string, number][]);

/** The status that a number or a name means; undefined if it is no error's. */
export function findNamedStatus(value: unknown): number | undefined {
  return isErrorStatus(value) ? value : NAMES.get(textOf(value).toUpperCase());
}
