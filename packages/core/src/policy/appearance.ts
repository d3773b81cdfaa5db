import type { HttpError } from '../errors/http-error.js';
import type { VendorStatus } from '../errors/vendor-status.js';
import { headerValue } from '../headers/header-value.js';
import type { Outcome } from '../reporting/report.js';
import { findReasonPhrase, isErrorStatus } from '../statuses/registered.js';
import { readProperty } from '../values/read-property.js';

/** How much of a vendor's status the client sees. */
export interface VendorPolicy {
  readonly vendorStatuses: 'registered' | 'verbatim';
  readonly substatus: boolean;
}

/** What stands in the status line of an answer, and what its body says of the status. */
export interface Appearance {
  readonly status: number;
  readonly reason: string;
  /** Titles by language, for a status whose texts the locales do not have. */
  readonly titles?: Readonly<Record<string, string>> | undefined;
  /** Such as `403.14`; undefined where there is none, or the client may not know. */
  readonly substatus?: string | undefined;
}

/** Decides under which status an error leaves: its own, or, if asked for, the vendor's. */
export function findAppearance(error: HttpError, policy: VendorPolicy): Appearance {
  const { status, vendor } = error;
  if (!isErrorStatus(status)) throw new TypeError('the status of the error has changed');
  if (vendor === undefined) {
    return { status, reason: findReasonPhrase(status), titles: undefined, substatus: undefined };
  }
  const substatus = policy.substatus ? findSubstatus(vendor) : undefined;
  if (policy.vendorStatuses === 'registered' || !isErrorStatus(vendor.verbatim)) {
    return { status, reason: findReasonPhrase(status), titles: undefined, substatus };
  }
  const reason = headerValue(vendor.titles.en) ?? findReasonPhrase(vendor.verbatim);
  return { status: vendor.verbatim, reason, titles: vendor.titles, substatus };
}

/** An error of another copy or version may carry anything. */
function findSubstatus({ substatus }: VendorStatus): string | undefined {
  return typeof substatus === 'string' ? substatus : undefined;
}

/**
 * What a vendor's status comes to that is an act of transport, such as `nginx:444`; undefined for one
 * that is answered.
 */
export function findTransportOutcome(vendor: unknown): Outcome | undefined {
  const transport = readProperty(vendor, 'transport');
  if (transport === 'close') return 'closed';
  return transport === 'client-gone' ? 'client-gone' : undefined;
}
