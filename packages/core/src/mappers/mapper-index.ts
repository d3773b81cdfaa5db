import { BoundedCache } from '../values/bounded-cache.js';
import { readProperty } from '../values/read-property.js';
import type { BuiltInMapper, MapperIndex, Match, Pattern } from './built-in-mapper.js';

/** Positions in the registry, ascending. */
type Positions = readonly number[];

type Key = string | number;

const NONE: Positions = [];
const NOBODY: readonly BuiltInMapper[] = [];

/**
 * Finds mappers by what an error is called, not by asking each: the cost is the same however many
 * there are.
 */
export function indexMappers(mappers: readonly BuiltInMapper[]): MapperIndex {
  const findByCode = indexTexts(mappers.map(({ match }) => match.code));
  const findByName = indexTexts(mappers.map(({ match }) => match.name));
  const findByType = indexTexts(mappers.map(({ match }) => match.type));
  const findByMessage = indexTexts(mappers.map(({ match }) => match.message));
  const forLists = positionsOf(mappers, ({ list }) => list === true);
  const byProperty = new Map(
    mappers
      .flatMap(({ match }) => match.has ?? [])
      .map((name) => [name, positionsOf(mappers, ({ has }) => has?.includes(name) === true)]),
  );
  const pick = (positions: Positions): readonly BuiltInMapper[] =>
    positions === NONE ? NOBODY : positions.map((at) => mappers[at] as BuiltInMapper);

  return {
    find({ list, code, name, className, type, properties }) {
      let found = list ? forLists : NONE;
      found = merge(found, findByCode(code));
      found = merge(found, findByName(name));
      if (className !== undefined) found = merge(found, findByName(className));
      found = merge(found, findByType(type));
      for (const property of properties) found = merge(found, byProperty.get(property) ?? NONE);
      return pick(found);
    },
    findByMessage: ({ thrown }) => pick(findByMessage(messageKey(thrown))),
  };
}

/** Longer messages belong to nobody. */
const MAX_MESSAGE = 128;

/** What of a message is looked up: all of it, or what comes before its first `: ` with that. */
export function messageKey(thrown: object): string | undefined {
  const message = readProperty(thrown, 'message');
  if (typeof message !== 'string') return undefined;
  const colon = message.indexOf(': ');
  const key = colon < 0 ? message : message.slice(0, colon + 2);
  return key.length > MAX_MESSAGE ? undefined : key;
}

/** Almost always one of the two is empty, or holds the other. */
function merge(some: Positions, more: Positions): Positions {
  if (more === NONE || some === more) return some;
  if (some === NONE) return more;
  if (more.every((at) => some.includes(at))) return some;
  return [...new Set([...some, ...more])].sort((a, b) => a - b);
}

function positionsOf(
  mappers: readonly BuiltInMapper[],
  accepts: (match: Match) => boolean,
): Positions {
  return mappers.flatMap(({ match }, at) => (accepts(match) ? [at] : []));
}

/** Looks a text up among those of all mappers; what patterns make of it is remembered. */
function indexTexts(
  wanted: readonly (readonly (Key | Pattern)[] | undefined)[],
): (key: Key | undefined) => Positions {
  const exact = new Map<Key, Positions>();
  const patterns: [pattern: Pattern, at: number][] = [];
  wanted.forEach((keys, at) => {
    for (const key of keys ?? []) {
      if (typeof key === 'object') patterns.push([key, at]);
      else exact.set(key, merge(exact.get(key) ?? NONE, [at]));
    }
  });
  const remembered = new BoundedCache<Positions>();
  return (key) => {
    if (key === undefined) return NONE;
    if (typeof key === 'number' || patterns.length === 0) return exact.get(key) ?? NONE;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const fitting = patterns.flatMap(([pattern, at]) => (pattern.test(key) ? [at] : []));
    const found = merge(exact.get(key) ?? NONE, fitting.length === 0 ? NONE : fitting);
    if (key.length <= MAX_KEPT) remembered.set(key, found);
    return found;
  };
}

/** Codes and names are short; whatever else comes is not kept. */
const MAX_KEPT = 80;
