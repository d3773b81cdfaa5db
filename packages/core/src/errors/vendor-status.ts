import type { VendorTransport } from '../statuses/vendor-table.js';

/** A vendor's status, as an error carries it to the pipeline, which never looks one up. */
export interface VendorStatus {
  /** Vendor and code, such as `iis:403.14`. */
  readonly code: string;
  /** The code alone, where it has a point: `403.14`. */
  readonly substatus: string | undefined;
  /** The code alone, where three digits allow it to be sent: 522. */
  readonly verbatim: number | undefined;
  /** The title of what is sent verbatim, by language tag; none for a substatus. */
  readonly titles: Readonly<Record<string, string>>;
  /** What is done with the connection in place of an answer. */
  readonly transport: VendorTransport | undefined;
}
