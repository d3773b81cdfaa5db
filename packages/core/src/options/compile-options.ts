import type { createExtension } from '../answer/extend-problem.js';
import { createProblemWriter, type WriteProblem } from '../answer/write-problem.js';
import { keepStackTraces } from '../errors/stack-traces.js';
import type { HeaderSettings } from '../headers/apply-obligations.js';
import type { Locale, MessagesByTag } from '../locales/locale.js';
import type { BuiltInMappers } from '../mappers/built-in-mapper.js';
import { createMapError, type MapError } from '../mappers/map-error.js';
import {
  compileRepresentations,
  type FindRepresentation,
  type Negotiation,
} from '../negotiation/representation.js';
import { hasComeThroughProxy, type Policy } from '../policy/decide.js';
import type { LastEvent } from '../renderers/last-event.js';
import type { Renderer } from '../renderers/renderer.js';
import type { Reporters } from '../reporting/create-delivery.js';
import type { Reporter } from '../reporting/report.js';
import { checkOptions } from '../values/check-options.js';
import { wrongValue } from '../values/wrong-value.js';
import {
  type ErrorHandlerOptions,
  UNREAD_CONTENT,
  type UnreadContent,
} from './error-handler-options.js';
import { errorHandlerRules } from './error-handler-rules.js';

/** What a responder is made of: nothing else is loaded. Options replace the formats and languages. */
export interface ResponderParts {
  /** @default none: only errors of Faultless, and those of an option's mappers, are known */
  readonly mappers?: BuiltInMappers | undefined;
  readonly renderers: readonly [Renderer, ...Renderer[]];
  readonly locales: readonly [Locale, ...Locale[]];
  /** Needed where there are several formats or languages. */
  readonly negotiation?: Negotiation | undefined;
  /** Needed for the options `extend` and `traceId`. */
  readonly extension?: typeof createExtension | undefined;
  /** Tells of a realm that reads like a sentence. @default none */
  readonly checkRealm?: HeaderSettings['checkRealm'];
  /** Texts of mapped errors, for locales that have none of their own. @default none */
  readonly messages?: MessagesByTag | undefined;
  /** Who gets the reports, unless an option says so; and those that the option's reporter fails to take. */
  readonly report: Reporter<unknown>;
  /** Whose options they are, for the messages of those that are refused. @default 'errorHandler' */
  readonly owner?: string;
}

/** Options, checked, with all that they decide worked out. */
export interface Settings<Context> extends HeaderSettings, Policy<Context>, Reporters<Context> {
  readonly mapError: MapError;
  readonly unreadContent: Readonly<Record<keyof UnreadContent, number>>;
  readonly lastEvent: LastEvent | undefined;
  readonly writeProblem: WriteProblem;
  readonly findRepresentation: FindRepresentation;
}

/** Checks the options of an error handler and works out all that they decide. */
export function compileOptions<Context>(
  options: ErrorHandlerOptions<Context>,
  parts: ResponderParts,
): Settings<Context> {
  const { mappers, extension = refuseExtension, owner = 'errorHandler' } = parts;
  checkOptions(owner, options, errorHandlerRules(mappers));
  if (options.stackTraces !== undefined) keepStackTraces(options.stackTraces);
  const { renderers = parts.renderers, locales = parts.locales, behindProxy } = options;
  const defaultIndex = findDefault(locales, options.defaultLocale, owner);
  const isExtended = options.extend !== undefined || options.traceId === true;
  const negotiated = [
    ...(renderers.length > 1 ? ['Accept'] : []),
    ...(locales.length > 1 ? ['Accept-Language'] : []),
  ];
  return {
    challenge: {
      realm: options.realm ?? 'api',
      scheme: options.scheme ?? 'Bearer',
      metadataUrl: options.protectedResource?.metadataUrl,
      dpopAlgs: options.dpopAlgs?.join(' '),
    },
    exposeChallenges: options.exposeChallenges ?? true,
    checkRealm: parts.checkRealm,
    mapError: createMapError(options, mappers),
    conceal: options.conceal,
    genericNotFound: options.genericNotFound ?? false,
    isBehindProxy: behindProxy === undefined ? hasComeThroughProxy : () => behindProxy,
    vendorStatuses: options.vendorStatuses ?? 'registered',
    substatus: options.substatus ?? false,
    report: options.report ?? parts.report,
    fallback: parts.report,
    unreadContent: {
      bytes: options.unreadContent?.bytes ?? UNREAD_CONTENT.bytes,
      seconds: options.unreadContent?.seconds ?? UNREAD_CONTENT.seconds,
    },
    lastEvent: options.lastEvent,
    vary: negotiated.join(', '),
    writeProblem: createProblemWriter(
      locales[defaultIndex] as Locale,
      parts.messages,
      isExtended ? extension(options) : undefined,
    ),
    findRepresentation: compileRepresentations(
      { renderers, locales, defaultIndex, remembers: !isExtended },
      parts.negotiation,
    ),
  };
}

function refuseExtension(): never {
  throw new TypeError('extend and traceId need parts.extension');
}

function findDefault(locales: readonly Locale[], tag: string | undefined, owner: string): number {
  if (tag === undefined) return 0;
  const index = locales.findIndex((locale) => locale.tag.toLowerCase() === tag.toLowerCase());
  if (index >= 0) return index;
  const tags = locales.map((locale) => locale.tag).join(', ');
  throw wrongValue(`${owner}: option defaultLocale`, `one of ${tags}`, tag);
}
