import { readProperty } from '../values/read-property.js';

/** More fields than any error has. */
const MAX_FIELDS = 64;

type Field = readonly [name: string, value: unknown];

/**
 * The fields of whatever keeps a header section: a record, the Fetch standard's `Headers`, node:http's
 * `rawHeaders`. No more than the first 64; none of what can't be read. Never throws.
 */
export function listFields(section: unknown): readonly Field[] {
  if (typeof section !== 'object' || section === null) return [];
  try {
    if (Array.isArray(section)) return listRawFields(section);
    if (isHeaders(section)) return takeFields(section.entries());
    const fields: Field[] = [];
    for (const name in section) {
      if (fields.push([name, readProperty(section, name)]) >= MAX_FIELDS) break;
    }
    return fields;
  } catch {
    return [];
  }
}

/** The Fetch standard's, of whatever realm or polyfill, and what is made like it. */
export function isHeaders(value: unknown): value is Headers {
  return ['get', 'entries'].every((name) => typeof readProperty(value, name) === 'function');
}

/** A field's value by its lower-case name, in whatever spelling it stands there. */
export function readField(section: unknown, name: string): string | undefined {
  const value = getField(section, name) ?? readProperty(section, name) ?? findField(section, name);
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'number' ? String(one) : typeof one === 'string' ? one : undefined;
}

function getField(section: unknown, name: string): unknown {
  const get = readProperty(section, 'get');
  if (typeof get !== 'function') return undefined;
  try {
    return get.call(section, name);
  } catch {
    return undefined;
  }
}

function findField(section: unknown, name: string): unknown {
  return listFields(section).find(([one]) => one.toLowerCase() === name)?.[1];
}

/** Names and values in turn, or pairs of them. */
function listRawFields(section: readonly unknown[]): readonly Field[] {
  const fields: Field[] = [];
  const pairs = Array.isArray(section[0]);
  for (let at = 0; at < section.length && fields.length < MAX_FIELDS; at += pairs ? 1 : 2) {
    const [name, value] = pairs
      ? [readProperty(section[at], '0'), readProperty(section[at], '1')]
      : [section[at], section[at + 1]];
    if (typeof name === 'string') fields.push([name, value]);
  }
  return fields;
}

/** What is made like a `Headers` may go on for ever, and name its fields by anything. */
function takeFields(entries: Iterator<readonly [name: unknown, value: unknown]>): readonly Field[] {
  const fields: Field[] = [];
  for (let taken = 0; taken < MAX_FIELDS; taken += 1) {
    const next = entries.next();
    if (next.done) break;
    const [name, value] = next.value;
    if (typeof name === 'string') fields.push([name, value]);
  }
  return fields;
}
