import { ARR } from './arr.js';
import { CLOUDFLARE } from './cloudflare.js';
import { IIS } from './iis.js';
import { IIS_SUBSTATUSES } from './iis-substatuses.js';
import { NGINX } from './nginx.js';
import type { VendorRow } from './vendor-table.js';
import {
  APACHE,
  ESRI,
  EXCHANGE,
  MICROSOFT_PROXY,
  PANTHEON,
  SPRING,
  TWITTER,
  UNATTRIBUTED,
  WGET,
  WINDOWS,
} from './vendors.js';

/** Every error status that the registry does not have, by source. */
export const VENDOR_ERRORS = {
  iis: { ...IIS, ...IIS_SUBSTATUSES },
  arr: ARR,
  exchange: EXCHANGE,
  windows: WINDOWS,
  'microsoft-proxy': MICROSOFT_PROXY,
  nginx: NGINX,
  cloudflare: CLOUDFLARE,
  apache: APACHE,
  spring: SPRING,
  esri: ESRI,
  twitter: TWITTER,
  pantheon: PANTHEON,
  wget: WGET,
  unattributed: UNATTRIBUTED,
} as const;

type Sources = typeof VENDOR_ERRORS;

/** A vendor's error status by name, such as `iis:403.14` or `nginx:499`. */
export type VendorCode = {
  [Source in keyof Sources]: `${Source}:${keyof Sources[Source] & (string | number)}`;
}[keyof Sources];

/** Looks a vendor's error status up by its name; undefined for a name that there is not. */
export function findVendorRow(code: string): VendorRow | undefined {
  const colon = code.indexOf(':');
  const [source, number] = [code.slice(0, colon), code.slice(colon + 1)];
  if (!Object.hasOwn(VENDOR_ERRORS, source)) return undefined;
  const table: Readonly<Record<string, VendorRow>> = VENDOR_ERRORS[source as keyof Sources];
  return Object.hasOwn(table, number) ? table[number] : undefined;
}
