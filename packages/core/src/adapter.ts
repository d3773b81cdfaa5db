/**
 * What adapters to a framework or a runtime are made of: the entry `@faultless/core/adapter`, which has
 * the main one in it. Nothing is part of a responder that is not handed in.
 */
export { createExtension, type ExtendProblem } from './answer/extend-problem.js';
export { findTrace, type TraceIds } from './answer/find-trace.js';
export { minimalReply } from './answer/minimal-reply.js';
export { RESERVED_MEMBERS } from './errors/error-options.js';
export { checkProblemTexts } from './errors/problem-texts.js';
export type * from './exchange.js';
export { checkRealm } from './headers/check-realm.js';
export { isLeftover } from './headers/leftovers.js';
export * from './index.js';
export { BUILT_IN_LOCALES } from './locales/built-in-locales.js';
export { BUILT_IN_MESSAGES } from './locales/built-in-messages.js';
export type { BuiltInTag, MessagesByTag } from './locales/locale.js';
export { CONNECTION_CODES } from './locales/messages/connection-en.js';
export type { BuiltInMapper, BuiltInMappers } from './mappers/built-in-mapper.js';
export { BUILT_IN_MAPPERS } from './mappers/registry.js';
export { markDatabaseError } from './mappers/services/upstream-errors.js';
export { BUILT_IN_NEGOTIATION } from './negotiation/built-in-negotiation.js';
export type { ResponderParts } from './options/compile-options.js';
export { UNREAD_CONTENT } from './options/error-handler-options.js';
export { errorHandlerRules } from './options/error-handler-rules.js';
export { BUILT_IN_RENDERERS } from './renderers/built-in-renderers.js';
export { escapeMarkdown, escapeMarkup, quoteMarkdown } from './renderers/escape.js';
export { createPage, type Look } from './renderers/html.js';
export { findReference } from './renderers/listed-members.js';
export { PAGE_STYLE } from './renderers/page-style.js';
export { printReport } from './reporting/console-reporter.js';
export { findCauses } from './reporting/create-report.js';
export { cutText } from './reporting/cut-text.js';
export { REDACTED } from './reporting/named-values.js';
export { isPlainObject, printDate, tryRead, UNREADABLE } from './reporting/print-value.js';
export type { Notice } from './reporting/report.js';
export { isSecretField, isSecretName } from './reporting/secret-names.js';
export { redactText } from './reporting/secret-shapes.js';
export { NO_SECRETS, type Secrets } from './reporting/secrets.js';
export { type Answer, createResponder, type Responder } from './respond.js';
export { checkOptions, type OptionRule } from './values/check-options.js';
export { readProperty } from './values/read-property.js';
export { PROTOCOL, TCHAR } from './values/token.js';
export { wrongValue } from './values/wrong-value.js';
