import type { VENDOR_ERRORS } from '../statuses/vendor-sources.js';

/** Who a source of statuses is, and where it says so. */
interface SourceFacts {
  readonly vendor: string;
  /** Where its codes are documented, unless a row knows better. */
  readonly reference: string;
}

const IIS_LIST = 'Microsoft KB 943891, HTTP status codes in IIS 7.0 and later';

/** Every source of the catalogue, the registry first. */
export const SOURCES = {
  iana: { vendor: 'IANA', reference: 'IANA HTTP Status Code Registry' },
  iis: { vendor: 'Microsoft IIS', reference: IIS_LIST },
  arr: { vendor: 'Microsoft Application Request Routing', reference: IIS_LIST },
  exchange: { vendor: 'Microsoft Exchange ActiveSync', reference: '[MS-ASHTTP], 451 Redirect' },
  windows: { vendor: 'Microsoft Windows', reference: 'Windows Parental Controls' },
  'microsoft-proxy': { vendor: 'Microsoft HTTP proxies', reference: 'by convention only' },
  nginx: { vendor: 'nginx', reference: 'nginx, src/http/ngx_http_request.h' },
  cloudflare: { vendor: 'Cloudflare', reference: 'Cloudflare documentation, 5xx errors' },
  apache: { vendor: 'Apache and cPanel', reference: 'cPanel documentation, bandwidth limits' },
  spring: { vendor: 'Spring Framework', reference: 'Spring Framework, HttpStatus.METHOD_FAILURE' },
  esri: { vendor: 'Esri ArcGIS', reference: 'ArcGIS REST API, token-based authentication' },
  twitter: { vendor: 'Twitter', reference: 'Twitter API version 1, rate limits' },
  pantheon: { vendor: 'Pantheon', reference: 'Pantheon documentation, errors' },
  wget: { vendor: 'Wget and antivirus gateways', reference: 'by convention only' },
  gears: { vendor: 'Google Gears', reference: 'Resumable HTTP Requests Proposal' },
  unattributed: { vendor: 'nobody in particular', reference: 'by convention only' },
} as const satisfies Readonly<Record<keyof typeof VENDOR_ERRORS | 'iana' | 'gears', SourceFacts>>;

/** A source of statuses: the registry, or a vendor. */
export type Source = keyof typeof SOURCES;
