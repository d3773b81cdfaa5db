import type { StatusTexts } from '../locales/locale.js';
import type { VendorTransport } from '../statuses/vendor-table.js';
import type { Source } from './sources.js';
import type { CatalogueLanguage } from './texts/explanations.js';

/** One status of the catalogue, with all that is known of it. */
export interface CatalogueStatus {
  /** Names it without ambiguity: `nginx:499`, `iis:403.14`, `iana:404`. */
  readonly id: string;
  /** Three digits, or three digits and a substatus: `403.14`. */
  readonly code: string;
  readonly source: Source;
  /** Who made it up, as people say it: `Microsoft IIS`. */
  readonly vendor: string;
  /** The versions of the product whose lists have it; undefined where it is not tied to versions. */
  readonly versions: string | undefined;
  /** The name that its source gives it. */
  readonly phrase: string;
  /** Whether repeating the very same request may work later. */
  readonly temporary: boolean | 'unknown';
  /** An RFC section, or a document of the vendor's. */
  readonly reference: string;
  /** The registered status to answer with; its own code where it is registered. */
  readonly nearest: number;
  /** Why that one. */
  readonly reason: string;
  /** Whether it may stand in a status line. */
  readonly wire: boolean;
  /** What a server does in place of answering. */
  readonly transport: VendorTransport | undefined;
  /** Where lists of codes disagree, or what is easily taken wrongly. */
  readonly note: string | undefined;
  /** Title, what happened, and what to do next. */
  readonly texts: Readonly<Record<CatalogueLanguage, Required<StatusTexts>>>;
}
