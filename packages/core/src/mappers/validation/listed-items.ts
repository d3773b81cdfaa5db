import { isError } from '../../values/kinds.js';
import { listOf, readProperty } from '../../values/read-property.js';
import type { ExtraMessageKey } from '../built-in-mapper.js';
import { isAjvError, readAjvError } from './ajv.js';
import { PATH_LIMITS } from './build-pointer.js';
import { readDetail } from './joi.js';
import { parsePath } from './parse-path.js';
import { parsePointer } from './parse-pointer.js';
import { readSegments } from './read-segments.js';
import type { Finding } from './refuse-content.js';
import { findLocation, type Location } from './sources.js';

/** What is known of an item beside itself. */
export interface Surroundings {
  readonly path: readonly unknown[];
  readonly in: Location | undefined;
  readonly told: boolean;
}

/**
 * What libraries call the way to a value, the rule, their words, and a value that was refused. The
 * last of the rules is also what every error has.
 */
const PATHS = ['path', 'dataPath', 'field', 'attribute', 'property', 'param', 'pointer'] as const;
const RULES = ['refinement', 'keyword', 'rule', 'type', 'code', 'validator', 'name'] as const;
const MESSAGES = ['message', 'error', 'msg'] as const;
const VALUES = ['value', 'actual', 'received', 'instance'] as const;

/** Where the name of a member stands that is missing, or too many (jsonschema, fastest-validator). */
const MEMBERS = ['argument', 'actual'] as const;

/** Rules of which ours is the better sentence. */
const KEYS: Readonly<Record<string, ExtraMessageKey | undefined>> = {
  additionalProperties: 'member_unknown',
  missing_field: 'member_missing',
  objectStrict: 'member_unknown',
  required: 'member_missing',
};

/** Reads one thing that was found, whatever its library calls the parts of it. */
export function readItem(item: unknown, { path, in: place, told }: Surroundings): Finding {
  if (isAjvError(item)) return { ...readAjvError(item), in: place };
  if (isJoiDetail(item)) return { ...readDetail(item), in: place };
  const code = first(item, isError(item) ? RULES.slice(0, -1) : RULES);
  const key = code !== undefined && Object.hasOwn(KEYS, code) ? KEYS[code] : undefined;
  const member = key === undefined ? undefined : first(item, MEMBERS);
  return {
    path: [...path, ...pathOf(item), ...(member === undefined ? [] : [member])],
    code,
    key,
    message: told ? cutValue(typeof item === 'string' ? item : first(item, MESSAGES)) : undefined,
    refused: VALUES.map((name) => readProperty(item, name)),
    in: place ?? findLocation(readProperty(item, 'location')),
  };
}

/** Whether it tells where, and in words what: enough for an item of a library that is not known. */
export function isItem(item: unknown): boolean {
  // What GraphQL servers answer has both too, and speaks of another exchange.
  const ofGraphql = readProperty(item, 'extensions') ?? readProperty(item, 'locations');
  return ofGraphql === undefined && first(item, MESSAGES) !== undefined && hasPlace(item);
}

function hasPlace(item: unknown): boolean {
  return first(item, PATHS) !== undefined || listOf(readProperty(item, 'path')) !== undefined;
}

function isJoiDetail(item: unknown): boolean {
  return (
    typeof readProperty(readProperty(item, 'context'), 'label') === 'string' &&
    listOf(readProperty(item, 'path')) !== undefined
  );
}

function first(item: unknown, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = readProperty(item, name);
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** io-ts tells the way by the types that it came through, of which the first is the whole. */
function pathOf(item: unknown): readonly unknown[] {
  if (listOf(readProperty(item, 'path')) !== undefined) return readSegments(item);
  const context = listOf(readProperty(item, 'context'));
  if (context !== undefined) {
    return context.slice(1, PATH_LIMITS.segments).map((step) => readProperty(step, 'key'));
  }
  const path = first(item, PATHS) ?? '';
  if (/^#?\//.test(path)) return parsePointer(path.replace(/^#/, ''));
  return parsePath(path.replace(/^(?:\$input)?\.?/, ''));
}

/** Some say at the end what they got. */
function cutValue(message: string | undefined): string | undefined {
  return message?.split(/,? but (?:received|was|got)\b/, 1)[0];
}
