import { type HttpError, isHttpError } from '../errors/http-error.js';
import { createNotices, type NoticeEntry } from '../reporting/report.js';
import { isErrorStatus } from '../statuses/registered.js';
import { checkOptions } from '../values/check-options.js';
import { readProperty, readText } from '../values/read-property.js';
import type { BuiltInMapper, Match, Pattern } from './built-in-mapper.js';
import { findEvidence } from './evidence.js';
import { createMapError, type Mapping } from './map-error.js';
import { MAPPERS_RULE, type MappingOptions } from './mapping-options.js';
import { readStatus, readTraits } from './read-traits.js';
import { BUILT_IN_MAPPERS } from './registry.js';
import { TESTED_VERSIONS } from './tested-versions.js';

/** Which mapper took an error, and why. */
export interface MappingExplanation {
  /** The name of the mapper; undefined for an error of ours, and for one that nobody knows. */
  readonly mapper: string | undefined;
  /** What the mapper went by, for a developer to read. Holds words of the original. */
  readonly reason: string;
  /** The properties that led from what was thrown to what was mapped: `['cause', 'errors[0]']`. */
  readonly through: readonly string[];
  /**
   * The libraries that this mapper was tested with, and their versions: `['zod 4.6.7']`. Others behave
   * alike where their errors look alike.
   */
  readonly tested: readonly string[];
  /** What it is answered as. */
  readonly error: HttpError;
  /** Mappers that threw and were passed over. */
  readonly notices: readonly NoticeEntry[];
}

/**
 * Tells which mapper takes an error and why, for a developer who wonders about an answer.
 *
 *     explainMapping(error).reason // "code is 'entity.too.large'"
 *
 * @param options the same as the error handler's that matter here
 * @throws {TypeError} when an option is unknown or wrong
 */
export function explainMapping(error: unknown, options: MappingOptions = {}): MappingExplanation {
  const { list, rules } = BUILT_IN_MAPPERS;
  checkOptions('explainMapping', options, { mappers: MAPPERS_RULE, ...rules(list) });
  const notices = createNotices();
  const mapping = createMapError(options, BUILT_IN_MAPPERS)(error, notices.add);
  return {
    mapper: mapping.mapper,
    reason: findReason(mapping, options),
    through: mapping.through,
    tested: listTested(mapping, options),
    error: mapping.error,
    notices: notices.list,
  };
}

function listTested({ mapper }: Mapping, options: MappingOptions): readonly string[] {
  if (mapper === undefined || isOfOptions(mapper, options)) return [];
  return TESTED_VERSIONS[mapper]?.split(', ') ?? [];
}

function isOfOptions(mapper: string, { mappers = [] }: MappingOptions): boolean {
  return mappers.some(({ name }) => name === mapper);
}

function findReason({ mapper, taken, error }: Mapping, options: MappingOptions): string {
  if (mapper === undefined) {
    return isHttpError(taken) && taken === error ? 'it is an HttpError already' : whyUnknown(taken);
  }
  if (isOfOptions(mapper, options)) return 'a mapper of the options took it';
  const known: BuiltInMapper | undefined = BUILT_IN_MAPPERS.list.find(
    ({ name }) => name === mapper,
  );
  const traits = readTraits(taken);
  const told = traits && known?.explain?.(traits);
  if (told !== undefined) return told;
  const match: Match = known?.match ?? {};
  const reasons: string[] = [];
  for (const [trait, wanted, says] of [
    ['code', match.code, 'code'],
    ['name', match.name, 'name'],
    ['className', match.name, 'class'],
    ['type', match.type, 'type'],
  ] as const) {
    const value = traits?.[trait];
    if (value !== undefined && wanted?.some((one) => fits(one, value))) {
      reasons.push(`${says} is ${typeof value === 'string' ? `'${value}'` : value}`);
    }
  }
  for (const property of match.has ?? []) {
    if (traits?.properties.includes(property)) reasons.push(`it has ${property}`);
  }
  if (traits?.list && match.list) reasons.push('it is a list');
  if (reasons.length === 0) reasons.push(`message is '${readText(taken, 'message')}'`);
  return reasons.join(', ');
}

/** Why a status that an unknown error states, if it states one, was not believed. */
function whyUnknown(thrown: unknown): string {
  const status = readProperty(thrown, 'status');
  const statusCode = readProperty(thrown, 'statusCode');
  if ((status ?? statusCode) === undefined) return UNKNOWN;
  if (isErrorStatus(status) && isErrorStatus(statusCode) && status !== statusCode) {
    return `${UNKNOWN}: its status ${status} and its statusCode ${statusCode} contradict each other`;
  }
  const stated = readStatus(thrown as object);
  if (stated === undefined) return `${UNKNOWN}: its status is no integer in 400–599`;
  const evidence = findEvidence(thrown as object);
  return evidence === undefined
    ? `${UNKNOWN}: the mapper that believes its status ${stated} was left out`
    : `${UNKNOWN}: its status ${stated} is not believed, since it has ${evidence}`;
}

const UNKNOWN = 'no mapper knows it';

function fits(wanted: string | number | Pattern, value: string | number): boolean {
  return typeof wanted === 'object'
    ? typeof value === 'string' && wanted.test(value)
    : wanted === value;
}
