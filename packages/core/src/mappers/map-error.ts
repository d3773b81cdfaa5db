import { HttpError, isHttpError, ownError } from '../errors/http-error.js';
import { InternalServerError } from '../errors/server-errors.js';
import { withoutStack } from '../errors/stack-traces.js';
import type { Exchange, RequestFacts } from '../exchange.js';
import type { Notice } from '../reporting/report.js';
import { isErrorStatus } from '../statuses/registered.js';
import { catchRejection } from '../values/catch-rejection.js';
import { isError } from '../values/kinds.js';
import { readProperty } from '../values/read-property.js';
import type { BuiltInMapper, BuiltInMappers } from './built-in-mapper.js';
import { compileMappingSettings, type MappingOptions } from './mapping-options.js';
import { readTraits, type Traits } from './read-traits.js';
import { unwrap } from './unwrap.js';

/** What became of a thrown value, and how. */
export interface Mapping {
  readonly error: HttpError;
  /** The mapper that took it; undefined for an error of ours, or one that nobody knows. */
  readonly mapper: string | undefined;
  /** The value that the mapper took: what was thrown, or what a wrapper held. */
  readonly taken: unknown;
  /** The properties that led to it, the outermost wrapper's first. */
  readonly through: readonly string[];
}

/** What is known of the failed exchange beside what was thrown. */
type Circumstances = Partial<Pick<Exchange<unknown>, 'request' | 'statedStatus'>>;

/** Turns whatever was thrown into an HttpError. Never throws. */
export type MapError = (thrown: unknown, notice: Notice, around?: Circumstances) => Mapping;

/** Wrappers inside wrappers; nobody throws more than a few. */
const MAX_DEPTH = 8;
const MAX_VISITED = 32;

/** One search, from what was thrown down into what it wraps. */
interface Search {
  readonly outermost: unknown;
  readonly notice: Notice;
  readonly request: RequestFacts | undefined;
  /** Made when the first wrapper is met. */
  visited: Set<unknown> | undefined;
}

/** Where in a search an error was found. */
interface Place {
  readonly search: Search;
  readonly through: readonly string[];
}

/**
 * Makes the mapping of one set of options. At each level it takes an error of ours as it is, asks
 * the user's mappers, then those built-in ones that the error's traits point to, and only then looks
 * into what the error wraps; at last come those that go by what many have in common. What nobody
 * knows is a 500. A mapper that throws is passed over.
 */
export function createMapError(
  options: MappingOptions,
  builtIn: BuiltInMappers | undefined,
): MapError {
  const { mappers = [], withoutMappers } = options;
  const left: ReadonlySet<string> = new Set(withoutMappers);
  const settings = compileMappingSettings(options);
  const index = builtIn?.index(builtIn.list.filter(({ name }) => !left.has(name)));

  function find(thrown: unknown, search: Search, through: readonly string[]): Mapping | undefined {
    if (isHttpError(thrown) && isErrorStatus(readProperty(thrown, 'status'))) {
      return { error: ownError(thrown), mapper: undefined, taken: thrown, through };
    }
    for (const mapper of mappers) {
      const error = attempt(mapper.name, search, () => mapper.map(thrown));
      if (error !== undefined) return { error, mapper: mapper.name, taken: thrown, through };
    }
    const traits = readTraits(thrown);
    if (traits === undefined) return undefined;
    const place = { search, through };
    const known = index?.find(traits) ?? NOBODY;
    const error = askEach(known, traits, place, false);
    if (error !== undefined) return error;
    const told = index?.findByMessage(traits).filter((mapper) => !known.includes(mapper)) ?? NOBODY;
    return (
      askEach(told, traits, place, false) ??
      findInside(traits, search, through) ??
      askEach(known, traits, place, true) ??
      askEach(told, traits, place, true)
    );
  }

  function askEach(
    asked: readonly BuiltInMapper[],
    traits: Traits,
    place: Place,
    last: boolean,
  ): Mapping | undefined {
    for (const mapper of asked) {
      if ((mapper.last === true) !== last) continue;
      const error = attempt(mapper.name, place.search, () => ask(mapper, traits, place));
      if (error === undefined) continue;
      return { error, mapper: mapper.name, taken: traits.thrown, through: place.through };
    }
    return undefined;
  }

  function findInside(
    wrapper: Traits,
    search: Search,
    through: readonly string[],
  ): Mapping | undefined {
    const wrapped = through.length < MAX_DEPTH ? unwrap(wrapper) : [];
    if (wrapped.length === 0) return undefined;
    search.visited ??= new Set([search.outermost]);
    for (const { property, value } of wrapped) {
      if (search.visited.has(value) || search.visited.size >= MAX_VISITED) continue;
      search.visited.add(value);
      const found = find(value, search, [...through, property]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function ask(
    mapper: BuiltInMapper,
    traits: Traits,
    { search, through }: Place,
  ): HttpError | undefined {
    const { outermost, notice, request } = search;
    return mapper.map(traits, {
      settings,
      inside: () => findInside(traits, search, through)?.error,
      outermost,
      notice,
      request,
      answer: (code, extras) => mapper.answer(code, { ...extras, cause: outermost }),
    });
  }

  return (thrown, notice, { request, statedStatus } = NOTHING_KNOWN) =>
    find(thrown, { outermost: thrown, notice, request, visited: undefined }, NOWHERE) ?? {
      error: withoutStack(() => unknownError(thrown, statedStatus?.())),
      mapper: undefined,
      taken: thrown,
      through: NOWHERE,
    };
}

/**
 * What nobody knows: the status that the handler had stated before, with nothing of the error's own,
 * or else a 500. Frequent when something is down, so it has to be cheap: handing over options costs as
 * much again.
 */
function unknownError(cause: unknown, statedStatus: unknown): HttpError {
  if (isErrorStatus(statedStatus) && !isFault(cause)) {
    return new HttpError(statedStatus, { cause, expose: false });
  }
  const error = new InternalServerError();
  error.cause = cause;
  return error;
}

/** The language's own errors are mistakes in the program, whatever the handler was about to answer. */
function isFault(thrown: unknown): boolean {
  return isError(thrown) && FAULTS.has(readProperty(thrown, 'name'));
}

const FAULTS: ReadonlySet<unknown> = new Set([
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
]);

const NOBODY: readonly BuiltInMapper[] = [];
const NOWHERE: readonly string[] = [];
const NOTHING_KNOWN: Circumstances = {};

/** A mapper that throws, or makes something else than an HttpError, is passed over. */
function attempt(
  name: string,
  { notice }: Search,
  map: () => HttpError | undefined,
): HttpError | undefined {
  try {
    const error: unknown = map();
    if (error === undefined) return undefined;
    if (isHttpError(error) && isErrorStatus(readProperty(error, 'status'))) {
      return ownError(error);
    }
    notice(`the mapper ${name} made something else than an HttpError and was passed over`);
    catchRejection(error, () => undefined);
  } catch (failure) {
    notice(`the mapper ${name} threw and was passed over`, failure);
  }
  return undefined;
}
