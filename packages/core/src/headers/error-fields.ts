import { isAcceptQuery } from '../errors/accept-query.js';
import { APPENDED_FIELDS, appendLines } from '../errors/append-lines.js';
import type { HttpError } from '../errors/http-error.js';
import { repairRetryAfter } from '../errors/retry-after.js';
import type { Notice } from '../reporting/report.js';
import { headerValue, ILLEGAL_VALUE, isFieldName } from './header-value.js';
import { kindOfField } from './leftovers.js';
import { UNSATISFIED_RANGE } from './obligations.js';
import { SINGLE_VALUED, SURPLUS } from './single-valued.js';

/** Header fields by lower-case name, each with the spelling in which it leaves. */
export type FieldMap = Map<string, readonly [name: string, value: string | readonly string[]]>;

/** Finds the value with which a field leaves, by its lower-case name: the error's, or the app's. */
export type FindSent = (name: string) => unknown;

/** The fields that an error may carry with one status and no other. */
const ONLY_WITH: ReadonlyMap<string, number> = new Map([
  // RFC 8555 §7.3.5, the one error whose Location has a meaning (RFC 9110 §10.2.2).
  ['location', 409],
  ['content-range', 416],
  ['upgrade', 426],
]);

/** Fields that the server writes itself (RFC 9110 §6.6.1, §7.6.1). */
const OF_THE_SERVER: ReadonlySet<string> = new Set(['connection', 'date']);

/**
 * The fields that an error brings along, past the gate. Fields of framing, of a representation, of
 * the connection and of other statuses are left out: the response that carries the error has its own.
 */
export function errorFields(
  { headers, status }: Pick<HttpError, 'headers' | 'status'>,
  notice: Notice,
): FieldMap {
  const fields: FieldMap = new Map();
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!isFieldName(name)) {
      notice(`the header name ${JSON.stringify(name)} is no token, so the field was left out`);
    } else if (mayCarry(name.toLowerCase(), status)) {
      addField(fields, name, value, notice);
    }
  }
  return fields;
}

function mayCarry(name: string, status: number): boolean {
  const only = ONLY_WITH.get(name);
  if (only !== undefined) return only === status;
  return kindOfField(name) !== 'stale' && !OF_THE_SERVER.has(name);
}

/** Fields whose value has a grammar of its own. */
const REPAIRS: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  ['accept-query', (text) => (isAcceptQuery(text) ? text : undefined)],
  ['content-range', (text) => (UNSATISFIED_RANGE.test(text) ? text : undefined)],
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
      notice(`the value of ${name} ${ILLEGAL_VALUE}`);
    }
    return text;
  });
  const texts = values.filter((text) => text !== undefined);
  const [first] = texts;
  if (first === undefined) return;
  const single = SINGLE_VALUED.has(key);
  if (single && texts.length > 1) notice(`${name} ${SURPLUS}`);
  if (APPENDED_FIELDS.has(key)) fields.set(key, [name, appendLines(fields.get(key)?.[1], texts)]);
  else fields.set(key, [name, texts.length > 1 && !single ? texts : first]);
}
