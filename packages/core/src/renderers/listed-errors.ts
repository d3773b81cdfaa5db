import type { Locale } from '../locales/locale.js';
import type { JsonMembers, JsonValue } from './json-value.js';

/** One of a list of errors (RFC 9457 §3), as a text for people tells of it. */
export interface ListedError {
  readonly detail: string;
  /** The field's own name; undefined for an error about the whole. */
  readonly name: string | undefined;
  /** How the two are put, with the placeholders `{name}` and `{detail}`. */
  readonly frame: string;
  /** What the item has beside them, which only its author knows the meaning of. */
  readonly others: readonly JsonValue[];
}

/** Takes the list of errors out of the members, if there is one. */
export function takeErrors(
  members: JsonMembers,
  { labels }: Locale,
): { readonly errors: readonly ListedError[]; readonly others: JsonMembers } {
  const list = members.find(([name]) => name === 'errors')?.[1];
  if (!isErrorList(list)) return { errors: [], others: members };
  const errors = list.map(({ detail, pointer, in: place, code: _code, ...rest }) => {
    const name = nameOf(pointer);
    const frame = (isPlace(place) ? labels[place] : undefined) ?? labels.field ?? PLAIN_FRAME;
    // The code is for programs.
    return { detail, name, frame, others: Object.values(rest) };
  });
  return { errors, others: members.filter(([, value]) => value !== list) };
}

/** How a format writes a text, and the name of a field. */
interface Writing {
  readonly text: (text: string) => string;
  readonly name: (name: string) => string;
  /** What is wrong, in whatever language. @default text */
  readonly detail?: (text: string) => string;
}

/** Puts a name and what is wrong there into one sentence of the locale's. */
export function writeError({ detail, name, frame }: ListedError, write: Writing): string {
  const told = (write.detail ?? write.text)(detail);
  if (name === undefined) return told;
  return write
    .text(frame)
    .replace(/\{(name|detail)\}/g, (_, part) => (part === 'name' ? write.name(name) : told));
}

interface Item {
  readonly detail: string;
  readonly [member: string]: JsonValue;
}

function isErrorList(value: JsonValue | undefined): value is Item[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isItem(item: JsonValue): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    !Array.isArray(item) &&
    typeof item.detail === 'string'
  );
}

const PLAIN_FRAME = '{name}: {detail}';

const PLACES = ['query', 'path', 'header', 'cookie'] as const;

function isPlace(value: unknown): value is (typeof PLACES)[number] {
  return PLACES.some((place) => place === value);
}

/** What people call what a JSON Pointer points at: `items.1.count`. What is none is left as it is. */
function nameOf(pointer: JsonValue | undefined): string | undefined {
  if (typeof pointer !== 'string') return undefined;
  if (!/^#?\//.test(pointer)) return pointer === '#' || pointer === '' ? undefined : pointer;
  const path = pointer.startsWith('#') ? decode(pointer.slice(1)) : pointer;
  const name = path.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  return name.replace(/\s+/g, ' ');
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
