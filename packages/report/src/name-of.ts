import { readProperty } from '@faultless/core/adapter';

/** More than any that is told: what is cut first may have half a secret at its end. */
const MAX_NAME = 1024;

/** The name of an error's kind: its own, or its class's where it has none of its own. */
export function nameOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return error === null ? 'null' : typeof error;
  const name = readProperty(error, 'name');
  const own = typeof name === 'string' && name !== '' && name !== 'Error' ? name : undefined;
  const made = readProperty(readProperty(error, 'constructor'), 'name');
  const given = own ?? (typeof made === 'string' && made !== '' ? made : 'Error');
  return given.slice(0, MAX_NAME);
}
