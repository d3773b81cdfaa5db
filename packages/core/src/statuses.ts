export type { CatalogueStatus } from './catalogue/catalogue-status.js';
export { findStatus, listSources, statusesOf } from './catalogue/find-status.js';
export {
  arrStatuses,
  cloudflareStatuses,
  iisStatuses,
  nginxStatuses,
  registeredStatuses,
} from './catalogue/lists.js';
export type { Source } from './catalogue/sources.js';
export type { CatalogueLanguage } from './catalogue/texts/explanations.js';
/** The catalogue of statuses: the entry `@faultless/core/statuses`. */
export type { StatusTexts } from './locales/locale.js';
export type { VendorCode } from './statuses/vendor-sources.js';
export type { VendorTransport } from './statuses/vendor-table.js';
