/** Why a server refused a request that never reached the application, by the problem's `code`. */
export const CONNECTION_MESSAGES_EN = {
  malformed_request: 'What arrived is not a valid HTTP request.',
  invalid_method: 'The request does not begin with a valid method.',
  unknown_method: 'The server does not know this method.',
  invalid_target: 'The target in the first line of the request is not valid.',
  invalid_version: 'The first line of the request does not end in a valid HTTP version and CRLF.',
  unsupported_version: 'The server does not speak this version of HTTP here.',
  tls_on_plain_port: 'A TLS handshake arrived on a port that speaks plain HTTP. Use http://.',
  proxy_protocol: 'A header of the PROXY protocol arrived on a port that does not speak it.',
  invalid_header: 'A header field of the request is malformed.',
  invalid_host: 'The request must have exactly one Host header field, with a valid value.',
  invalid_content_length: 'The Content-Length of the request is not valid.',
  ambiguous_length: 'The headers contradict each other about how long the content is.',
  invalid_transfer_encoding: 'The Transfer-Encoding of the request does not say where it ends.',
  unsupported_transfer_coding: 'The server does not support this transfer coding, only chunked.',
  invalid_chunk: 'A chunk of the content does not have the size or the form that it should.',
  chunk_extensions_too_large: 'The chunk extensions of the content are too large.',
  incomplete_request: 'The connection ended before the request was complete.',
  header_too_large: 'The headers of the request are larger than what is accepted here.',
  uri_too_long: 'The first line of the request is longer than what is accepted here.',
  request_timeout: 'The request did not arrive in full in time.',
  unmet_expectation: 'The only expectation that can be met here is 100-continue.',
  connection_used_up: 'This connection has carried as many requests as it may. Open a new one.',
  too_many_connections: 'There are too many connections at the moment.',
  upgrade_unsupported: 'The protocol that the request wants to switch to is not available here.',
  connect_unsupported: 'The server is no proxy, so it opens no tunnels.',
} as const;

/** Names one of those reasons. */
export type ConnectionCode = keyof typeof CONNECTION_MESSAGES_EN;

/** What `guardServer` says of requests that never reached the application. */
export const CONNECTION_CODES: readonly string[] = Object.keys(CONNECTION_MESSAGES_EN);
