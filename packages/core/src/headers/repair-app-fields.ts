import type { FieldList, RequestFacts, ResponseFacts } from '../exchange.js';
import type { Notice } from '../reporting/report.js';
import { listOf } from '../values/read-property.js';
import { headerValue, ILLEGAL_VALUE } from './header-value.js';
import { SINGLE_VALUED, SURPLUS } from './single-valued.js';

/** The header of an error response, and what has to go from the header that is there. */
export interface Header {
  readonly fields: FieldList;
  readonly removed: readonly string[];
}

/** A failed exchange, and the fields that its response has. */
interface Answered {
  readonly request: RequestFacts;
  readonly response: ResponseFacts;
  readonly names: readonly string[];
}

/**
 * The header, with what the app has set and can't be sent repaired or removed: several values of a
 * field that has one, and over HTTP/2, where Node looks at no value before it sends it, those that
 * the gate does not let through.
 */
export function repairAppFields(
  header: Header,
  { request, response, names }: Answered,
  notice: Notice,
): Header {
  const { httpVersionMajor = 1 } = request;
  const fields: FieldList[number][] = [];
  const removed: string[] = [];
  for (const name of names) {
    const single = SINGLE_VALUED.has(name);
    if (!single && httpVersionMajor === 1) continue;
    const value = response.getHeader(name);
    const lines = listOf(value) ?? [value];
    const surplus = single && lines.length > 1;
    if (!surplus && (httpVersionMajor === 1 || lines.every(isLegal))) continue;
    if (isReplaced(name, header)) continue;
    notice(`${name} of the response ${surplus ? SURPLUS : ILLEGAL_VALUE}`);
    const [first, ...more] = lines.map(legalText).filter((text) => text !== undefined);
    if (first === undefined) removed.push(name);
    else fields.push([name, surplus ? first : [first, ...more]]);
  }
  if (fields.length + removed.length === 0) return header;
  return { fields: [...header.fields, ...fields], removed: [...header.removed, ...removed] };
}

/** Node sends whatever has a text. */
function legalText(value: unknown): string | undefined {
  try {
    return headerValue(String(value));
  } catch {
    return undefined;
  }
}

function isLegal(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && headerValue(value) === value);
}

function isReplaced(name: string, { fields, removed }: Header): boolean {
  return removed.includes(name) || fields.some(([own]) => own.toLowerCase() === name);
}
