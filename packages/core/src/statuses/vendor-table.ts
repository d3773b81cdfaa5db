import type { RegisteredErrorCode } from './registered.js';

/** What is known of one status that the registry does not have. */
export interface VendorRow {
  /** The vendor's name for it; the title in English. */
  readonly phrase: string;
  /** The title in Simplified Chinese. */
  readonly chinese: string;
  /** The versions of the product whose lists have it; absent where it is not tied to versions. */
  readonly versions?: string;
  /** Whether repeating the very same request may work later. */
  readonly temporary: boolean | 'unknown';
  /** Where it is documented, if not where its source is. */
  readonly reference?: string;
  /** The registered status that it leaves as. */
  readonly nearest: RegisteredErrorCode;
  /** Why that one. */
  readonly reason: string;
  /** What is done with the connection in place of an answer. */
  readonly transport?: VendorTransport;
  /** Where lists of codes disagree, or what is easily taken wrongly. */
  readonly note?: string;
}

/** `close`: the connection is closed without a byte. `client-gone`: nobody is there to be answered. */
export type VendorTransport = 'close' | 'client-gone';

/** The statuses of one source by code; a substatus is written with its point: `'403.14'`. */
export type VendorTable = Readonly<Record<string, VendorRow>>;

/**
 * True for what may stand in a status line: three digits, and a meaning that somebody is there to
 * learn.
 */
export function mayGoOnTheWire(
  number: string,
  { transport }: Pick<VendorRow, 'transport'>,
): boolean {
  return transport === undefined && /^\d{3}$/.test(number);
}
