/**
 * Fields that a message has once, as their value is no list (RFC 9110 §5.3). Node sends no response
 * over HTTP/2 that has two lines of most of them, those of requests among them. What leaves with no error,
 * such as ETag, is not listed. Names are in lower case.
 */
export const SINGLE_VALUED: ReadonlySet<string> = new Set(
  `access-control-allow-credentials access-control-allow-origin access-control-max-age
  access-control-request-method authorization content-range cross-origin-embedder-policy
  cross-origin-opener-policy cross-origin-resource-policy date deprecation dnt expires from
  host if-match if-modified-since if-none-match if-range if-unmodified-since location
  max-forwards origin-agent-cluster proxy-authorization range referer refresh retry-after
  server strict-transport-security sunset tk traceparent upgrade-insecure-requests user-agent
  x-content-type-options x-frame-options`.split(/\s+/),
);

/** What is done with a field that comes with more. */
export const SURPLUS = 'may have one value, so the first was kept';
