import { createDescriber, type Describe } from '../answer/describe-problem.js';
import { keepStackTraces } from '../errors/stack-traces.js';
import type { HeaderSettings } from '../headers/apply-obligations.js';
import { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import { zhCN } from '../locales/zh-CN.js';
import { createMapError, type MapError } from '../mappers/map-error.js';
import {
  compileRepresentations,
  DEFAULT_RENDERERS,
  type FindRepresentation,
} from '../negotiation/representation.js';
import type { Policy } from '../policy/decide.js';
import type { LastEvent } from '../renderers/last-event.js';
import type { Renderer } from '../renderers/renderer.js';
import { consoleReporter } from '../reporting/console-reporter.js';
import type { Reporter } from '../reporting/report.js';
import { checkOptions } from '../values/check-options.js';
import { describeValue } from '../values/describe-value.js';
import {
  type ErrorHandlerOptions,
  UNREAD_CONTENT,
  type UnreadContent,
} from './error-handler-options.js';
import { ERROR_HANDLER_RULES } from './error-handler-rules.js';

/** Options, checked, with all that they decide worked out. */
export interface Settings<Context> extends HeaderSettings, Policy<Context> {
  readonly mapError: MapError;
  readonly report: Reporter<Context>;
  readonly unreadContent: Readonly<Record<keyof UnreadContent, number>>;
  readonly lastEvent: LastEvent | undefined;
  readonly describe: Describe;
  readonly findRepresentation: FindRepresentation;
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
      dpopAlgs: options.dpopAlgs?.join(' '),
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
    describe: createDescriber(locales[defaultIndex] as Locale),
    findRepresentation: compileRepresentations(renderers, locales, defaultIndex),
  };
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
