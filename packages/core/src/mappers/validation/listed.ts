import type { HttpError } from '../../errors/http-error.js';
import { listOf, readProperty } from '../../values/read-property.js';
import type { MappingContext } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';
import { findEvidence } from '../evidence.js';
import { bears, isMap, readPath } from '../marks.js';
import { readStatus, type Traits } from '../read-traits.js';
import { isItem, readItem, type Surroundings } from './listed-items.js';
import { LISTED_SHAPES, type ListedShape, USUAL_PLACES } from './listed-shapes.js';
import { parsePath } from './parse-path.js';
import { refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';
import { findLocation } from './sources.js';

/** Things that were found in one place, which is worked out when one of them is told. */
interface Group {
  readonly items: readonly unknown[];
  readonly around: () => Surroundings;
}

/**
 * Content that a validation library refused, where what it found is a list, or is listed by field or
 * by part of the request, in items that tell where, by which rule and in which words. A table says by
 * what each library is known and where its list is; an error that only calls itself one of validation
 * is read in the same way, but its words stay here, and a 4xx that it states is kept; what it wraps may
 * know more.
 *
 * @see https://github.com/arb/celebrate (16.0), https://github.com/ianstormtaylor/superstruct (2.0), https://github.com/sinclairzx81/typebox (0.34), https://elysiajs.com (1.4), https://vincit.github.io/objection.js (3.1), https://vinejs.dev (4.4), https://tsoa-community.github.io (6.6), https://github.com/icebob/fastest-validator (1.19), https://github.com/gcanti/io-ts (2.2), https://github.com/tdegrunt/jsonschema (1.5), https://typia.io (14.0)
 */
export const listed = defineMapper({
  name: 'validation-lists',
  libraries: `${[...new Set(LISTED_SHAPES.map(({ library }) => library))].join(', ')}; errors that call themselves ones of validation and list messages by field`,
  match: {
    name: [/valid/i, 'StructError', 'TypeGuardError', 'ValitaError'],
    code: [/valid/i],
    type: [/validation/i],
    has: ['details', 'validationContext', 'error', 'errors', 'all', 'left', 'schema'],
    list: true,
  },
  answers: VALIDATION_ANSWERS,
  map(traits, context) {
    const { thrown } = traits;
    const shape = LISTED_SHAPES.find(({ marks }) => bears(thrown, marks));
    if (shape === undefined) return mapUnknown(traits, context);
    const groups = listGroups(thrown, shape);
    return groups.length === 0 ? undefined : refuse(context, groups);
  },
  explain({ thrown }) {
    const shape = LISTED_SHAPES.find(({ marks }) => bears(thrown, marks));
    return shape
      ? `it has the marks of ${shape.library}: ${Object.keys(shape.marks).join(', ')}`
      : 'its name or code speaks of validation, and it lists messages by field';
  },
});

type Context = MappingContext<'validation_failed'>;

function refuse(context: Context, groups: readonly Group[], status?: number): HttpError {
  return refuseContent(context, groups, {
    read: ({ items, around }, at) => readItem(items[at], around()),
    count: ({ items }) => items.length,
    status,
  });
}

const OF_VALIDATION = /valid/i;

function mapUnknown({ thrown, name, code }: Traits, context: Context): HttpError | undefined {
  if (!OF_VALIDATION.test(`${name} ${code}`)) return undefined;
  // Whoever keeps http-errors' contract has answered already.
  if (typeof readProperty(thrown, 'expose') === 'boolean') return undefined;
  if (findEvidence(thrown) !== undefined) return undefined;
  for (const at of USUAL_PLACES) {
    const found = readProperty(thrown, at);
    const list = listOf(found);
    const isKnown = list === undefined ? isRecordOfTexts(found) : isItem(list[0]);
    if (!isKnown) continue;
    const inner = context.inside();
    if (inner?.code === 'validation_failed') return inner;
    const stated = readStatus(thrown) ?? 0;
    const status = stated >= 400 && stated < 500 ? stated : undefined;
    return refuse(context, listGroups(thrown, { at }), status);
  }
  return undefined;
}

/** `{ mail: ['is missing'] }`, as Rails, Laravel and ASP.NET have taught it. */
function isRecordOfTexts(found: unknown): boolean {
  const [some] = keysOf(found);
  const value = some === undefined ? undefined : readProperty(found, some);
  return typeof (listOf(value)?.[0] ?? value) === 'string';
}

function keysOf(record: unknown): readonly string[] {
  if (typeof record !== 'object' || record === null) return [];
  try {
    return Object.keys(record);
  } catch {
    return [];
  }
}

/** What is found one by one has no end that could be known before. */
const MAX_DRAWN = 1000;

function listGroups(
  thrown: object,
  shape: Pick<ListedShape, 'at' | 'told' | 'keyedBy' | 'in' | 'body'>,
): readonly Group[] {
  const { at, told = false, keyedBy, body } = shape;
  const place = shape.in === undefined ? undefined : findLocation(readPath(thrown, shape.in));
  const around = () => ({ path: [], in: place, told });
  const ofPart = (key: unknown, value: unknown): Group => ({
    items: listOf(value) ?? listOf(readProperty(value, 'details')) ?? [value],
    around: () => ({ path: [], in: findLocation(key), told }),
  });
  const ofField = (key: string, value: unknown): Group => ({
    items: listOf(value) ?? [value],
    around: () => {
      const path = parsePath(key);
      const isBody = body?.includes(path[0] ?? '') === true;
      return isBody ? { path: path.slice(1), in: 'body', told } : { path, in: place, told };
    },
  });

  const found = at === '' ? thrown : readProperty(thrown, at);
  if (typeof found === 'function') return [{ items: draw(found.call(thrown)), around }];
  const list = listOf(found) ?? (isOne(found) ? [found] : undefined);
  if (list !== undefined) return [{ items: list, around }];
  if (isMap(found)) {
    const entries = draw(found.entries()) as readonly (readonly [unknown, unknown])[];
    return entries.map(([key, value]) => ofPart(key, value));
  }
  const group = keyedBy === 'part' ? ofPart : ofField;
  return keysOf(found).map((key) => group(key, readProperty(found, key)));
}

function isOne(found: unknown): boolean {
  return ['message', 'path'].some((name) => typeof readProperty(found, name) === 'string');
}

function draw(items: unknown): readonly unknown[] {
  const drawn: unknown[] = [];
  for (const item of items as Iterable<unknown>) if (drawn.push(item) >= MAX_DRAWN) break;
  return drawn;
}
