import type { HttpError } from '../errors/http-error.js';
import { repairRetryAfter } from '../errors/retry-after.js';
import type { Notice } from '../reporting/notices.js';
import { headerValue, isFieldName } from './header-value.js';
import { CACHING_FIELDS, CONNECTION_FIELDS, LEFTOVERS } from './leftovers.js';

/** Header fields by lower-case name, each with the spelling in which it leaves. */
export type FieldMap = Map<string, readonly [name: string, value: string | readonly string[]]>;

/** Finds the value with which a field leaves, by its lower-case name: the error's, or the app's. */
export type FindSent = (name: string) => unknown;

/** Leftover fields that an error may set on purpose. */
const ON_PURPOSE: ReadonlySet<string> = new Set([...CACHING_FIELDS, 'refresh']);

/** The fields of a 416 and a 426 that no other status may carry. */
const ONLY_WITH: ReadonlyMap<string, number> = new Map([
  ['content-range', 416],
  ['upgrade', 426],
]);

/**
 * The fields that an error brings along, past the gate. Framing, representation and connection
 * fields are left out: they belong to the response that carries the error.
 */
export function errorFields(
  { headers, status }: Pick<HttpError, 'headers' | 'status'>,
  notice: Notice,
): FieldMap {
  const fields: FieldMap = new Map();
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!isFieldName(name)) {
      notice(`the header name ${JSON.stringify(name)} is not a token, so the field was left out`);
    } else if (mayCarry(name.toLowerCase(), status)) {
      addField(fields, name, value, notice);
    }
  }
  return fields;
}

function mayCarry(name: string, status: number): boolean {
  const only = ONLY_WITH.get(name);
  if (only !== undefined) return only === status;
  return ON_PURPOSE.has(name) || !(LEFTOVERS.has(name) || CONNECTION_FIELDS.has(name));
}

/** Fields that have one value, with a grammar of its own. */
const REPAIRS: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  ['retry-after', repairRetryAfter],
]);

/** Sets a field to what passes the gate of the value, or of the values, one line each. */
function addField(fields: FieldMap, name: string, value: unknown, notice: Notice): void {
  const key = name.toLowerCase();
  const repair = REPAIRS.get(key);
  const values = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    const legal = headerValue(one);
    const text = repair === undefined || legal === undefined ? legal : repair(legal);
    if (text === undefined || (typeof one === 'string' && text !== one)) {
      notice(`the value of ${name} is not what HTTP allows, so it was repaired or left out`);
    }
    return text;
  });
  const texts = values.filter((text) => text !== undefined);
  const [first] = texts;
  if (first === undefined) return;
  fields.set(key, [name, texts.length > 1 && repair === undefined ? texts : first]);
}
