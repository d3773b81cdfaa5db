// Challenges

export { type BasicParams, basic } from './challenges/basic.js';
export { type BearerError, type BearerParams, bearer } from './challenges/bearer.js';
export { buildChallenge } from './challenges/build-challenge.js';
export { challenge } from './challenges/challenge.js';
export { ChallengeSyntaxError } from './challenges/challenge-syntax-error.js';
export { type DigestParams, digest } from './challenges/digest.js';
export { type DpopError, type DpopParams, dpop } from './challenges/dpop.js';
export type { OAuthParams } from './challenges/oauth-params.js';
export { type ParseChallengesOptions, parseChallenges } from './challenges/parse-challenges.js';
export type { Challenge, Challenges } from './challenges/types.js';

// Errors

export * from './errors/client-errors.js';
export {
  defineProblem,
  type OccurrenceOptions,
  type ProblemClass,
  type ProblemDefinition,
} from './errors/define-problem.js';
export type { ErrorArguments, ErrorOptions, Extensions, Message } from './errors/error-options.js';
export { HttpError } from './errors/http-error.js';
export { isHttpError } from './errors/is-http-error.js';
export * from './errors/server-errors.js';
export { VendorError, type VendorErrorOptions } from './errors/vendor-error.js';
export type { VendorStatus } from './errors/vendor-status.js';

// Languages

export { defineLocale, type LocaleDefinition, type LocaleTexts } from './locales/define-locale.js';
export { en } from './locales/en.js';
export type { Locale, StatusTexts } from './locales/locale.js';
export { zhCN } from './locales/zh-CN.js';

// Foreign errors

export { explainMapping, type MappingExplanation } from './mappers/explain-mapping.js';
export { type Mapper, when } from './mappers/mapper.js';
export type { MappingOptions } from './mappers/mapping-options.js';
export type { MappedCode, MapperName } from './mappers/registry.js';
export { markUpstreamError } from './mappers/services/upstream-errors.js';

// Policy

export type { ConcealPredicate } from './policy/concealment.js';
export { type Denial, denyAccess } from './policy/deny-access.js';

// Representations

export type { ProblemDocument } from './exposure/problem-document.js';
export { html } from './renderers/html.js';
export { json } from './renderers/json.js';
export { type LastEvent, lastEvent } from './renderers/last-event.js';
export { problemJson } from './renderers/problem-json.js';
export { problemXml } from './renderers/problem-xml.js';
export { text } from './renderers/text.js';

// Reporting

export { consoleReporter } from './reporting/console-reporter.js';
export type { NoticeEntry } from './reporting/notices.js';
export type { Outcome, Report, Reporter } from './reporting/report.js';

// Statuses

export type { RegisteredErrorCode } from './statuses/registered.js';
export type { VendorCode } from './statuses/vendor-sources.js';
export type { VendorTransport } from './statuses/vendor-table.js';

// For adapters

export { checkOptions, type OptionRule } from './options/check-options.js';
export type { ErrorHandlerOptions, ProtectedResource } from './options/error-handler-options.js';
export { ERROR_HANDLER_RULES } from './options/error-handler-rules.js';
export { UNREAD_CONTENT, type UnreadContent } from './options/unread-content.js';
export { type Answer, createResponder, type Responder } from './respond.js';
export type * from './types.js';
