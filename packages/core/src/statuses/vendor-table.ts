import type { RegisteredErrorCode } from './registered.js';

/** What an answer needs of one status that the registry does not have. */
export interface VendorRow {
  /** Whether repeating the very same request may work later. */
  readonly temporary: boolean | 'unknown';
  /** The registered status that it leaves as. */
  readonly nearest: RegisteredErrorCode;
  /** What is done with the connection in place of an answer. */
  readonly transport?: VendorTransport;
  /** The vendor's name for it; the title in English. Nothing that has no name is sent verbatim. */
  readonly phrase?: string;
  /** The title in Simplified Chinese. */
  readonly chinese?: string;
}

/** `close`: the connection is closed without a byte. `client-gone`: nobody is there to be answered. */
export type VendorTransport = 'close' | 'client-gone';

/** The statuses of one source by code. */
export type VendorTable = Readonly<
  Record<number, VendorRow & Required<Pick<VendorRow, 'phrase' | 'chinese'>>>
>;

/** The substatuses of one source, written with their point: `'403.14'`. */
export type SubstatusTable = Readonly<Record<`${number}.${number}`, VendorRow>>;

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
