import { ARR } from '../statuses/arr.js';
import { CLOUDFLARE } from '../statuses/cloudflare.js';
import { IIS } from '../statuses/iis.js';
import { IIS_SUBSTATUSES } from '../statuses/iis-substatuses.js';
import { NGINX } from '../statuses/nginx.js';
import * as vendors from '../statuses/vendors.js';
import type { CatalogueStatus } from './catalogue-status.js';
import { describeRegisteredStatuses, describeVendorStatuses } from './describe-statuses.js';
import type { Source } from './sources.js';
import { ARR_TEXTS } from './texts/arr.js';
import { CLOUDFLARE_TEXTS } from './texts/cloudflare.js';
import { IIS_TEXTS } from './texts/iis.js';
import { IIS_SUBSTATUSES_TEXTS } from './texts/iis-substatuses.js';
import { NGINX_TEXTS } from './texts/nginx.js';
import * as vendorTexts from './texts/vendors.js';

/** The codes of the registry, 1xx to 5xx. */
export function registeredStatuses(): readonly CatalogueStatus[] {
  return describeRegisteredStatuses();
}

/** The codes and substatuses of IIS. */
export function iisStatuses(): readonly CatalogueStatus[] {
  return describeVendorStatuses(
    'iis',
    { ...IIS, ...IIS_SUBSTATUSES },
    { ...IIS_TEXTS, ...IIS_SUBSTATUSES_TEXTS },
  );
}

/** The substatuses of Application Request Routing. */
export function arrStatuses(): readonly CatalogueStatus[] {
  return describeVendorStatuses('arr', ARR, ARR_TEXTS);
}

/** The codes of nginx. */
export function nginxStatuses(): readonly CatalogueStatus[] {
  return describeVendorStatuses('nginx', NGINX, NGINX_TEXTS);
}

/** The codes of Cloudflare. */
export function cloudflareStatuses(): readonly CatalogueStatus[] {
  return describeVendorStatuses('cloudflare', CLOUDFLARE, CLOUDFLARE_TEXTS);
}

/** Every source by name; nothing is put together until somebody asks. */
export const LISTS = {
  iana: registeredStatuses,
  iis: iisStatuses,
  arr: arrStatuses,
  nginx: nginxStatuses,
  cloudflare: cloudflareStatuses,
  exchange: () => describeVendorStatuses('exchange', vendors.EXCHANGE, vendorTexts.EXCHANGE_TEXTS),
  windows: () => describeVendorStatuses('windows', vendors.WINDOWS, vendorTexts.WINDOWS_TEXTS),
  'microsoft-proxy': () =>
    describeVendorStatuses(
      'microsoft-proxy',
      vendors.MICROSOFT_PROXY,
      vendorTexts.MICROSOFT_PROXY_TEXTS,
    ),
  apache: () => describeVendorStatuses('apache', vendors.APACHE, vendorTexts.APACHE_TEXTS),
  spring: () => describeVendorStatuses('spring', vendors.SPRING, vendorTexts.SPRING_TEXTS),
  esri: () => describeVendorStatuses('esri', vendors.ESRI, vendorTexts.ESRI_TEXTS),
  twitter: () => describeVendorStatuses('twitter', vendors.TWITTER, vendorTexts.TWITTER_TEXTS),
  pantheon: () => describeVendorStatuses('pantheon', vendors.PANTHEON, vendorTexts.PANTHEON_TEXTS),
  wget: () => describeVendorStatuses('wget', vendors.WGET, vendorTexts.WGET_TEXTS),
  gears: () => describeVendorStatuses('gears', vendors.GEARS, vendorTexts.GEARS_TEXTS),
  unattributed: () =>
    describeVendorStatuses('unattributed', vendors.UNATTRIBUTED, vendorTexts.UNATTRIBUTED_TEXTS),
} satisfies Readonly<Record<Source, () => readonly CatalogueStatus[]>>;
