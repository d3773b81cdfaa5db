import { HttpError, type HttpErrorOptions } from '@faultless/core';

const NAMESPACE = 'urn:ietf:params:acme:error:';

/**
 * The types of IANA's registry "ACME Error Types", with a status and a title. Where a document says the
 * status, it is that; where it leaves it to the server, it is what fits.
 */
const TYPES = {
  // RFC 8555 §6.7, and the sections that say a status
  accountDoesNotExist: [400, 'No such account'], // §7.3.1
  alreadyRevoked: [400, 'Revoked already'], // §7.6
  badCSR: [400, 'Unacceptable CSR'],
  badNonce: [400, 'Unacceptable nonce'], // §6.5
  badPublicKey: [400, 'Unacceptable public key'], // §6.2
  badRevocationReason: [400, 'Unacceptable reason for a revocation'],
  badSignatureAlgorithm: [400, 'Unsupported signature algorithm'], // §6.2
  caa: [403, 'Forbidden by CAA'],
  compound: [400, 'Several problems'],
  connection: [400, 'No connection for the validation'],
  dns: [400, 'DNS failed in the validation'],
  externalAccountRequired: [403, 'External account required'],
  incorrectResponse: [403, 'Another response than the challenge wants'],
  invalidContact: [400, 'Invalid contact'],
  malformed: [400, 'Malformed request'],
  orderNotReady: [403, 'Order not ready'], // §7.4
  rateLimited: [429, 'Rate limited'],
  rejectedIdentifier: [403, 'Rejected identifier'],
  serverInternal: [500, 'Internal error'],
  tls: [400, 'TLS failed in the validation'],
  unauthorized: [403, 'Unauthorized'], // §7.6
  unsupportedContact: [400, 'Unsupported contact'],
  unsupportedIdentifier: [400, 'Unsupported identifier'],
  userActionRequired: [403, 'User action required'], // §7.3.3
  // RFC 8739 §3.1
  autoRenewalCanceled: [403, 'Automatic renewal was canceled'],
  autoRenewalCancellationInvalid: [400, 'No automatic renewal to cancel'],
  autoRenewalExpired: [403, 'Automatic renewal has expired'],
  autoRenewalRevocationNotSupported: [403, 'Automatic renewals can not be revoked'],
  // RFC 9115, RFC 9773 §5, RFC 9799
  unknownDelegation: [403, 'Unknown delegation'],
  alreadyReplaced: [409, 'Replaced already'],
  onionCAARequired: [403, 'CAA of the onion service required'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** What comes after `urn:ietf:params:acme:error:`. */
export type AcmeErrorType = keyof typeof TYPES;

/** What an {@link AcmeError} takes beside its type and detail. */
export interface AcmeErrorOptions extends Omit<HttpErrorOptions, 'type' | 'title' | 'detail'> {
  /** Another than usual, as 405 for a `malformed` GET (RFC 8555 §6.3). */
  readonly status?: number | undefined;
}

/**
 * An error of an ACME server.
 *
 *     throw new AcmeError('badNonce', 'Take the new one.', { headers: { 'Replay-Nonce': nonce } });
 *     throw new AcmeError('badSignatureAlgorithm', 'Use ES256.', { extensions: { algorithms: ['ES256'] } });
 *
 * What else an answer owes is the server's to say: a fresh Replay-Nonce with `badNonce` (§6.5), `algorithms`
 * with `badSignatureAlgorithm` (§6.2), a Link to the terms and an `instance` with `userActionRequired`
 * (§7.3.3), Retry-After with `rateLimited` (§6.6).
 *
 * @throws {TypeError} for a type that is not registered, or options that are wrong
 * @see RFC 8555 §6.7
 */
export class AcmeError extends HttpError {
  static override name = 'AcmeError';

  constructor(type: AcmeErrorType, detail?: string, options: AcmeErrorOptions = {}) {
    if (!Object.hasOwn(TYPES, type)) {
      throw new TypeError(`${type} is no registered type of ACME's errors`);
    }
    const [usual, title] = TYPES[type];
    const { status = usual, ...rest } = options;
    super(status, { expose: true, ...rest, type: NAMESPACE + type, title, detail });
  }
}
