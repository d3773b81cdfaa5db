/**
 * Fields that describe the representation or the framing that the failed handler had begun. With
 * another body they lie, and on a kept-alive connection they desynchronise.
 *
 * @see RFC 9110 §8
 */
export const LEFTOVERS: ReadonlySet<string> = new Set([
  'accept-ranges',
  'cache-control',
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
  'expires',
  'last-modified',
  'pragma',
  'repr-digest',
  'trailer',
  'transfer-encoding',
]);

/** Fields of the connection, which belong to the server (RFC 9110 §7.6.1). */
export const CONNECTION_FIELDS: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'date',
]);
