import { JWS_ALGORITHM, URI } from '../challenges/grammar.js';
import { headerValue, isFieldName } from '../headers/header-value.js';
import type { Locale } from '../locales/locale.js';
import type { BuiltInMappers } from '../mappers/built-in-mapper.js';
import { MAPPERS_RULE, type MappingOptions } from '../mappers/mapping-options.js';
import type { Renderer } from '../renderers/renderer.js';
import type { OptionRule } from '../values/check-options.js';
import { isObject } from '../values/kinds.js';
import {
  type ErrorHandlerOptions,
  isUnreadContent,
  type ProtectedResource,
} from './error-handler-options.js';

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isAlgorithm = (value: unknown): boolean =>
  typeof value === 'string' && JWS_ALGORITHM.pattern.test(value);
const isListOf = (value: unknown, isMember: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isMember);

/** An absolute URL that can stand between quotes (RFC 9728 §5.1). */
function isMetadataUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URI.pattern.test(value) || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || protocol === 'http:';
}

/** What each option of an error handler may be; adapters with options of their own add to it. */
export function errorHandlerRules(
  builtIn: BuiltInMappers | undefined,
): Readonly<Record<string, OptionRule>> {
  return { ...OWN_RULES, ...builtIn?.rules(builtIn.list) };
}

type OwnOption = Exclude<keyof ErrorHandlerOptions<unknown>, keyof MappingOptions> | 'mappers';

const OWN_RULES: Readonly<Record<OwnOption, OptionRule>> = {
  realm: { allowed: 'a string that is not empty', accepts: isName },
  scheme: {
    allowed: "'Bearer', 'Basic' or 'DPoP'",
    accepts: (v) => v === 'Bearer' || v === 'Basic' || v === 'DPoP',
  },
  dpopAlgs: {
    allowed: `a list of one or more ${JWS_ALGORITHM.allowed}`,
    accepts: (v) => isListOf(v, isAlgorithm),
  },
  protectedResource: {
    allowed: '{ metadataUrl: an absolute http(s) URL }',
    accepts: (v) => isMetadataUrl((v as ProtectedResource | null)?.metadataUrl),
  },
  exposeChallenges: { allowed: 'a boolean', accepts: isFlag },
  conceal: { allowed: 'a function (error, request) => boolean or NotFound', accepts: isFunction },
  genericNotFound: { allowed: 'a boolean', accepts: isFlag },
  behindProxy: { allowed: 'a boolean', accepts: isFlag },
  extend: {
    allowed: 'a function (problem, about)',
    accepts: isFunction,
  },
  traceId: { allowed: 'a boolean', accepts: isFlag },
  renderers: {
    allowed: 'a list of one or more renderers ({ mediaType, headers, render })',
    accepts: (v) => isListOf(v, isRenderer),
  },
  locales: {
    allowed: 'a list of one or more locales ({ tag, direction, statuses, labels })',
    accepts: (v) => isListOf(v, isLocale),
  },
  defaultLocale: { allowed: 'the tag of one of the locales', accepts: isName },
  vendorStatuses: {
    allowed: "'registered' or 'verbatim'",
    accepts: (v) => v === 'registered' || v === 'verbatim',
  },
  substatus: { allowed: 'a boolean', accepts: isFlag },
  stackTraces: {
    allowed: "'all', 'server' or 'none'",
    accepts: (v) => v === 'all' || v === 'server' || v === 'none',
  },
  unreadContent: { allowed: '{ bytes, seconds }, 0 or more', accepts: isUnreadContent },
  lastEvent: { allowed: 'a function (problem, mediaType) => text', accepts: isFunction },
  report: { allowed: 'a function (report, request)', accepts: isFunction },
  mappers: MAPPERS_RULE,
};

/**
 * True for what can render: its media type and its fields go into every header, past the gate that
 * the headers of errors go through.
 */
function isRenderer(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { mediaType, render, headers = [] } = value as Partial<Renderer>;
  return (
    MEDIA_TYPE.test(String(mediaType)) &&
    typeof render === 'function' &&
    Array.isArray(headers) &&
    headers.every(isField)
  );
}

/** True for a locale whose tag can be sent. */
function isLocale(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { tag, direction, statuses, labels } = value as Partial<Locale>;
  return (
    LANGUAGE_TAG.test(String(tag)) &&
    (direction === 'ltr' || direction === 'rtl') &&
    isObject(statuses) &&
    isObject(labels)
  );
}

/** type-name "/" subtype-name (RFC 6838 §4.2), without parameters; no range has one. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** RFC 5646 §2.1, its outline */
const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;

function isField(field: unknown): boolean {
  if (!Array.isArray(field)) return false;
  const [name, value] = field as unknown[];
  return (
    typeof name === 'string' &&
    isFieldName(name) &&
    [value].flat().every((text) => typeof text === 'string' && headerValue(text) === text)
  );
}
