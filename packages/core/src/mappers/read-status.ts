import { isErrorStatus } from '../statuses/registered.js';
import { readProperty } from '../values/read-property.js';

/**
 * The status that an error states: the integer in 400–599 of `status` and `statusCode`. Whatever else
 * stands in one of them (`fail`, `UNAUTHORIZED`, 50) contradicts nothing; undefined if there is none,
 * or two that differ.
 */
export function readStatus(thrown: object): number | undefined {
  const status = readProperty(thrown, 'status');
  const statusCode = readProperty(thrown, 'statusCode');
  if (!isErrorStatus(status)) return isErrorStatus(statusCode) ? statusCode : undefined;
  return isErrorStatus(statusCode) && statusCode !== status ? undefined : status;
}

/** Whether an error says by http-errors' contract what it is to be answered with. */
export function keepsContract(thrown: object): boolean {
  return typeof readProperty(thrown, 'expose') === 'boolean' && readStatus(thrown) !== undefined;
}
