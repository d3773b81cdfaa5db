/** Fields that say how long a response may be stored, by whom (RFC 9111 §5, RFC 9213 §2). */
export const CACHING_FIELDS = [
  'cache-control',
  'cdn-cache-control',
  'expires',
  'surrogate-control',
] as const;

/**
 * Fields that describe the representation or the framing that the failed handler had begun. With
 * another body they lie, and on a kept-alive connection they desynchronise. Some are directions to
 * whoever passes the response on: to store it, to put a file in its place, to go elsewhere.
 *
 * @see RFC 9110 §8
 */
export const LEFTOVERS: ReadonlySet<string> = new Set([
  'accept-ranges',
  ...CACHING_FIELDS,
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-md5',
  'content-digest',
  'content-range',
  'content-type',
  'digest',
  'etag',
  'last-modified',
  'pragma',
  'refresh',
  'repr-digest',
  'trailer',
  'transfer-encoding',
  'x-accel-expires',
  'x-accel-redirect',
  'x-sendfile',
]);

/** Fields of the connection, which belong to the server (RFC 9110 §7.6.1). */
export const CONNECTION_FIELDS: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'date',
]);
