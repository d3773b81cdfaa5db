/** How a request that never reached the application is refused. */
export interface Refusal {
  readonly status: 400 | 408 | 413 | 414 | 417 | 431 | 501 | 503 | 505;
  /** The problem's `code`, which also names its message in the locales. */
  readonly code: string;
}

/**
 * What the errors of Node's parser come to. Where one code stands for several faults, what arrived
 * decides, by {@link REFINEMENTS}.
 *
 * @see RFC 9112 §2.2, §3, §5, §6, §7; https://github.com/nodejs/llhttp (HPE_*)
 */
export const CLIENT_ERRORS = {
  HPE_INVALID_METHOD: { status: 400, code: 'invalid_method' },
  HPE_INVALID_URL: { status: 400, code: 'invalid_target' },
  HPE_UNEXPECTED_SPACE: { status: 400, code: 'invalid_target' },
  HPE_INVALID_VERSION: { status: 400, code: 'invalid_version' },
  HPE_INVALID_CONSTANT: { status: 400, code: 'invalid_version' },
  HPE_PAUSED_H2_UPGRADE: { status: 505, code: 'unsupported_version' },
  HPE_INVALID_HEADER_TOKEN: { status: 400, code: 'invalid_header' },
  HPE_CR_EXPECTED: { status: 400, code: 'invalid_header' },
  HPE_LF_EXPECTED: { status: 400, code: 'invalid_header' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'header_too_large' },
  HPE_INVALID_CONTENT_LENGTH: { status: 400, code: 'invalid_content_length' },
  HPE_UNEXPECTED_CONTENT_LENGTH: { status: 400, code: 'ambiguous_length' },
  HPE_INVALID_TRANSFER_ENCODING: { status: 400, code: 'invalid_transfer_encoding' },
  HPE_INVALID_CHUNK_SIZE: { status: 400, code: 'invalid_chunk' },
  HPE_STRICT: { status: 400, code: 'invalid_header' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'chunk_extensions_too_large' },
  HPE_INVALID_EOF_STATE: { status: 400, code: 'incomplete_request' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request_timeout' },
} as const satisfies Record<string, Refusal>;

/** What any other error of the parser comes to. */
export const MALFORMED: Refusal = { status: 400, code: 'malformed_request' };

/** What the bytes around the fault show; see read-raw-request.ts. */
export type Evidence =
  | 'tls'
  | 'proxy-protocol'
  | 'unknown-method'
  | 'other-version'
  | 'long-request-line'
  | 'in-chunk'
  | 'two-lengths'
  | 'after-version';

/** What a parser's error comes to when the bytes show more than its code says. */
export const REFINEMENTS: readonly (readonly [error: string, Evidence, Refusal])[] = [
  ['HPE_INVALID_METHOD', 'tls', { status: 400, code: 'tls_on_plain_port' }],
  ['HPE_INVALID_METHOD', 'proxy-protocol', { status: 400, code: 'proxy_protocol' }],
  /** RFC 9110 §9.1, RFC 9112 §3 */
  ['HPE_INVALID_METHOD', 'unknown-method', { status: 501, code: 'unknown_method' }],
  /** RFC 9110 §15.6.6 */
  ['HPE_INVALID_VERSION', 'other-version', { status: 505, code: 'unsupported_version' }],
  ['HPE_INVALID_CONSTANT', 'other-version', { status: 505, code: 'unsupported_version' }],
  /** RFC 9112 §6.1 */
  ['HPE_INVALID_CONTENT_LENGTH', 'two-lengths', { status: 400, code: 'ambiguous_length' }],
  ['HPE_INVALID_TRANSFER_ENCODING', 'two-lengths', { status: 400, code: 'ambiguous_length' }],
  ['HPE_STRICT', 'in-chunk', { status: 400, code: 'invalid_chunk' }],
  ['HPE_STRICT', 'after-version', { status: 400, code: 'invalid_version' }],
  ['HPE_CR_EXPECTED', 'in-chunk', { status: 400, code: 'invalid_chunk' }],
  ['HPE_LF_EXPECTED', 'in-chunk', { status: 400, code: 'invalid_chunk' }],
  ['HPE_HEADER_OVERFLOW', 'long-request-line', { status: 414, code: 'uri_too_long' }],
];

/** What Node's parser lets through although the RFCs do not, and what is refused for other reasons. */
export const REFUSALS = {
  /** RFC 9112 §3.2 */
  invalidHost: { status: 400, code: 'invalid_host' },
  /** RFC 9110 §15.6.6 */
  unsupportedVersion: { status: 505, code: 'unsupported_version' },
  /** RFC 9112 §6.1: in HTTP/1.0 the framing is faulty. */
  transferEncodingIn10: { status: 400, code: 'invalid_transfer_encoding' },
  /** RFC 9112 §6.3: chunked must come last. */
  endlessCoding: { status: 400, code: 'invalid_transfer_encoding' },
  /** RFC 9112 §6.1 */
  unsupportedCoding: { status: 501, code: 'unsupported_transfer_coding' },
  /** RFC 9110 §10.1.1 */
  unmetExpectation: { status: 417, code: 'unmet_expectation' },
  connectionUsedUp: { status: 503, code: 'connection_used_up' },
  tooManyConnections: { status: 503, code: 'too_many_connections' },
  /** RFC 9110 §7.8 */
  upgradeUnsupported: { status: 501, code: 'upgrade_unsupported' },
  /** RFC 9110 §9.3.6 */
  connectUnsupported: { status: 501, code: 'connect_unsupported' },
} as const satisfies Record<string, Refusal>;

/** The connection is in trouble, but not the client's request: nobody is left to answer. */
export const IGNORED: ReadonlySet<string> = new Set([
  // The client said that its last request was the last, and went on all the same (RFC 9112 §9.6).
  'HPE_CLOSED_CONNECTION',
]);
