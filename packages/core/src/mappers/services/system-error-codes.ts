/** Codes of connections that could not be made or kept, and of names that could not be looked up. */
export const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EBADRESP',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'ENETUNREACH',
  'ENOTCONN',
  'ENOTFOUND',
  'EPIPE',
  'EREFUSED',
  'ESERVFAIL',
  'ESHUTDOWN',
]);

/** Codes of connections on which nothing came in time. */
export const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'ESOCKETTIMEDOUT',
  'ETIMEDOUT',
  'ETIMEOUT',
]);

/** Codes of what the server itself has run out of. */
export const EXHAUSTED_CODES: Readonly<Record<string, 'storage_full' | 'server_exhausted'>> = {
  EDQUOT: 'storage_full',
  ENOSPC: 'storage_full',
  EAGAIN: 'server_exhausted',
  EMFILE: 'server_exhausted',
  ENFILE: 'server_exhausted',
  ENOBUFS: 'server_exhausted',
  ENOMEM: 'server_exhausted',
};
