import { JWS_ALGORITHM, URI } from '../challenges/challenge-grammar.js';
import { MAPPING_RULES } from '../mappers/mapping-options.js';
import type { OptionRule } from './check-options.js';
import { isLocale, isRenderer } from './check-representations.js';
import type { ErrorHandlerOptions, ProtectedResource } from './error-handler-options.js';
import { isUnreadContent } from './unread-content.js';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
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
export const ERROR_HANDLER_RULES: Readonly<Record<keyof ErrorHandlerOptions<unknown>, OptionRule>> =
  {
    realm: { allowed: 'a string that is not empty', accepts: isText },
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
    renderers: {
      allowed: 'a list of one or more renderers ({ mediaType, headers, render })',
      accepts: (v) => isListOf(v, isRenderer),
    },
    locales: {
      allowed: 'a list of one or more locales ({ tag, direction, statuses, labels })',
      accepts: (v) => isListOf(v, isLocale),
    },
    defaultLocale: { allowed: 'the tag of one of the locales', accepts: isText },
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
    ...MAPPING_RULES,
  };
