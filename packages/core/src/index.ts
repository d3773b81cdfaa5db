// Challenges

export { type BasicParams, basic } from './challenges/basic.js';
export { buildChallenge, challenge } from './challenges/build-challenge.js';
export type { Challenge, Challenges } from './challenges/challenge.js';
export { ChallengeSyntaxError } from './challenges/challenge-reader.js';
export { type DigestParams, digest } from './challenges/digest.js';
export type { OAuthParams } from './challenges/oauth.js';
export {
  type BearerError,
  type BearerParams,
  bearer,
  type DpopError,
  type DpopParams,
  dpop,
} from './challenges/oauth.js';
export { type ParseChallengesOptions, parseChallenges } from './challenges/parse-challenges.js';

// Answers

export type { Extend, Extended } from './answer/extend-problem.js';

// Errors

export type { ChallengeOptions } from './errors/challenging.js';
export * from './errors/client-errors.js';
export {
  defineProblem,
  type OccurrenceOptions,
  type ProblemClass,
  type ProblemDefinition,
  type ProblemOccurrence,
  type ProblemType,
} from './errors/define-problem.js';
export type {
  ErrorArguments,
  ExtensionMembers,
  Extensions,
  HttpErrorOptions,
  Message,
} from './errors/error-options.js';
export { HttpError, isHttpError } from './errors/http-error.js';
export type { ProblemTexts, ProblemTextsByTag } from './errors/problem-texts.js';
export * from './errors/server-errors.js';
export { VendorError, type VendorErrorOptions } from './errors/vendor-error.js';
export type { VendorStatus } from './errors/vendor-status.js';

// Languages

export { defineLocale, type LocaleDefinition, type LocaleTexts } from './locales/define-locale.js';
export { en } from './locales/en.js';
export type { CompleteLocale, Locale, StatusTexts } from './locales/locale.js';
export { zhCN } from './locales/zh-CN.js';

// Foreign errors

export { explainMapping, type MappingExplanation } from './mappers/explain-mapping.js';
export { type Mapper, when } from './mappers/mapper.js';
export type { MappingOptions } from './mappers/mapping-options.js';
export type { MappedCode, MapperName } from './mappers/registry.js';
export { markUpstreamError } from './mappers/services/upstream-errors.js';
export type { ListedError } from './mappers/validation/refuse-content.js';

// Options

export type { RequestFacts } from './exchange.js';
export type {
  ErrorHandlerOptions,
  ProtectedResource,
  UnreadContent,
} from './options/error-handler-options.js';

// Policy

export type { ConcealPredicate } from './policy/decide.js';
export { type Denial, denyAccess } from './policy/deny-access.js';

// Representations

export type { ProblemDocument } from './errors/problem.js';
export { html } from './renderers/html.js';
export { json, problemJson, stringifyProblem } from './renderers/json.js';
export { type CodedProblem, jsonEnvelope } from './renderers/json-envelope.js';
export { type LastEvent, lastEvent } from './renderers/last-event.js';
export { markdown } from './renderers/markdown.js';
export { problemXml } from './renderers/problem-xml.js';
export type { BuiltInRenderer, Occasion, Renderer } from './renderers/renderer.js';
export { text } from './renderers/text.js';

// Reporting

export { consoleReporter } from './reporting/console-reporter.js';
export type { NoticeEntry, Outcome, Report, Reporter } from './reporting/report.js';

// Statuses

export type { RegisteredErrorCode } from './statuses/registered.js';
export type { VendorCode } from './statuses/vendor-sources.js';
export type { VendorTransport } from './statuses/vendor-table.js';
