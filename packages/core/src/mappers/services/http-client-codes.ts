import { TIMEOUT_CODES } from './system-error-codes.js';

/** Codes by which HTTP clients say that nothing came in time. */
export const TIMEOUTS: ReadonlySet<string> = new Set([
  ...TIMEOUT_CODES,
  'ERR_REQUEST_ABORTED_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
]);

/** Codes by which HTTP clients say that the request could not even be made: a mistake of ours. */
export const MISUSE: ReadonlySet<unknown> = new Set([
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
  'ERR_FORM_DATA_DEPTH_EXCEEDED',
  'ERR_INVALID_URL',
  'ERR_NOT_SUPPORT',
  'ERR_UNSUPPORTED_PROTOCOL',
  'UND_ERR_BPL_MISSING_UPSTREAM',
  'UND_ERR_INVALID_ARG',
  'UND_ERR_INVALID_RETURN_VALUE',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

/** Codes of an answer that is no HTTP, and of a TLS connection that can't be trusted. */
export const PROTOCOL_CODES = [
  'EPROTO',
  /^HPE_/,
  /^(?:CERT|CRL|ERR_SSL|ERR_TLS|ERROR_IN|UNABLE_TO)_/,
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
] as const;

/** The types by which node-fetch tells what failed, but for the one that it shares with others. */
export const NODE_FETCH_TYPES = [
  'body-timeout',
  'invalid-json',
  'invalid-redirect',
  'max-redirect',
  'max-size',
  'no-redirect',
  'request-timeout',
  'unsupported-redirect',
] as const;

/** Statuses by which a server refuses for load, whatever its content says; 529 is nobody's but known. */
export const REFUSED_FOR_LOAD: ReadonlySet<unknown> = new Set([429, 503, 529]);

/**
 * What clients say when nothing came in time, where their errors have no code of it: `Request timed
 * out.`, `Timeout of 200ms exceeded`, `Socket timeout`.
 */
export const TIMEOUT_WORDS = [
  /^(?:api|connection|fetch|http|request|response|socket)\b.{0,40}\btim(?:ed[ -]?out|eout)\b/i,
  /^timeout of \d+ ?ms exceeded/i,
  /^"?timeout(?: error\.?| \(.{1,24}\))?"?$/i,
  /^(?:the |this )?operation was aborted due to timeout/i,
] as const;
