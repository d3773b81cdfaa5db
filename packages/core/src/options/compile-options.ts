import { URI } from '../challenges/challenge-grammar.js';
import { keepStackTraces } from '../errors/stack-traces.js';
import type { HeaderSettings } from '../headers/apply-obligations.js';
import { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import { zhCN } from '../locales/zh-CN.js';
import { createMapError, type MapError } from '../mappers/map-error.js';
import { MAPPING_RULES } from '../mappers/mapping-options.js';
import { BoundedCache } from '../negotiation/bounded-cache.js';
import { createLanguageNegotiator } from '../negotiation/negotiate-language.js';
import { createMediaTypeNegotiator } from '../negotiation/negotiate-media-type.js';
import type { VendorPolicy } from '../policy/appearance.js';
import type { ConcealPredicate } from '../policy/concealment.js';
import { contentTypeOf } from '../renderers/content-type.js';
import { html } from '../renderers/html.js';
import { json } from '../renderers/json.js';
import type { LastEvent } from '../renderers/last-event.js';
import type { PlainBody } from '../renderers/plain-body.js';
import { problemJson } from '../renderers/problem-json.js';
import { problemXml } from '../renderers/problem-xml.js';
import { text } from '../renderers/text.js';
import { consoleReporter } from '../reporting/console-reporter.js';
import type { Reporter } from '../reporting/report.js';
import type { FieldList, Renderer, RequestFacts } from '../types.js';
import { checkOptions, type OptionRule } from './check-options.js';
import { isLocale, isRenderer } from './check-representations.js';
import { describeValue } from './describe-value.js';
import type { ErrorHandlerOptions, ProtectedResource } from './error-handler-options.js';
import { isUnreadContent, UNREAD_CONTENT, type UnreadContent } from './unread-content.js';

const DEFAULT_RENDERERS: readonly Renderer[] = [problemJson, json, html, text, problemXml];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isFunction = (value: unknown): boolean => typeof value === 'function';
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
    scheme: { allowed: "'Bearer' or 'Basic'", accepts: (v) => v === 'Bearer' || v === 'Basic' },
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

/** One format in one language, and the fields that describe it. */
export interface Representation {
  readonly renderer: Renderer;
  readonly locale: Locale;
  readonly fields: FieldList;
  readonly plainHeaders: BoundedCache<FieldList>;
  /** Bodies of plain errors by status; undefined where a renderer may write what it likes each time. */
  readonly plainBodies: Map<number, PlainBody> | undefined;
}

/** Options, checked, with all that they decide worked out. */
export interface Settings<Context> extends HeaderSettings, VendorPolicy {
  readonly mapError: MapError;
  readonly conceal: ConcealPredicate<Context> | undefined;
  readonly genericNotFound: boolean;
  readonly report: Reporter<Context>;
  readonly unreadContent: Readonly<Record<keyof UnreadContent, number>>;
  readonly lastEvent: LastEvent | undefined;
  readonly defaultLocale: Locale;
  readonly findRepresentation: (request: RequestFacts) => Representation;
}

/** Checks the options of an error handler and works out all that they decide. */
export function compileOptions<Context>(options: ErrorHandlerOptions<Context>): Settings<Context> {
  checkOptions('errorHandler', options, ERROR_HANDLER_RULES);
  if (options.stackTraces !== undefined) keepStackTraces(options.stackTraces);
  const renderers: readonly Renderer[] = options.renderers ?? DEFAULT_RENDERERS;
  const locales: readonly Locale[] = options.locales ?? [en, zhCN];
  const defaultIndex = findDefault(locales, options.defaultLocale);
  const negotiated = [
    ...(renderers.length > 1 ? ['Accept'] : []),
    ...(locales.length > 1 ? ['Accept-Language'] : []),
  ];
  return {
    challenge: {
      realm: options.realm ?? 'api',
      scheme: options.scheme ?? 'Bearer',
      metadataUrl: options.protectedResource?.metadataUrl,
    },
    exposeChallenges: options.exposeChallenges ?? true,
    mapError: createMapError(options),
    conceal: options.conceal,
    genericNotFound: options.genericNotFound ?? false,
    vendorStatuses: options.vendorStatuses ?? 'registered',
    substatus: options.substatus ?? false,
    report: options.report ?? consoleReporter,
    unreadContent: {
      bytes: options.unreadContent?.bytes ?? UNREAD_CONTENT.bytes,
      seconds: options.unreadContent?.seconds ?? UNREAD_CONTENT.seconds,
    },
    lastEvent: options.lastEvent,
    vary: negotiated.join(', '),
    defaultLocale: locales[defaultIndex] as Locale,
    findRepresentation: compileRepresentations(renderers, locales, defaultIndex),
  };
}

function compileRepresentations(
  renderers: readonly Renderer[],
  locales: readonly Locale[],
  defaultIndex: number,
): Settings<unknown>['findRepresentation'] {
  const table = renderers.map((renderer) =>
    locales.map((locale) => ({
      renderer,
      locale,
      fields: describe(renderer, locale),
      plainHeaders: new BoundedCache(256),
      plainBodies: DEFAULT_RENDERERS.includes(renderer) ? new Map<number, PlainBody>() : undefined,
    })),
  );
  const findMediaType = createMediaTypeNegotiator(renderers.map(({ mediaType }) => mediaType));
  const findLanguage = createLanguageNegotiator(locales, defaultIndex);
  return ({ headers }) =>
    table[findMediaType(headers.accept)]?.[
      findLanguage(headers['accept-language'])
    ] as Representation;
}

function describe(renderer: Renderer, { tag }: Locale): FieldList {
  return [
    ['Content-Type', contentTypeOf(renderer)],
    ['Content-Language', tag],
    ['X-Content-Type-Options', 'nosniff'],
    ...(renderer.headers ?? []),
  ];
}

function findDefault(locales: readonly Locale[], tag: string | undefined): number {
  if (tag === undefined) return 0;
  const index = locales.findIndex((locale) => locale.tag.toLowerCase() === tag.toLowerCase());
  if (index >= 0) return index;
  const tags = locales.map((locale) => locale.tag).join(', ');
  throw new TypeError(
    `errorHandler: option defaultLocale must be one of ${tags}, not ${describeValue(tag)}`,
  );
}
