/** The catalogue of statuses: the entry `@faultless/core/statuses`. */
export type { StatusTexts } from '../locales/locale.js';
export type { CatalogueStatus } from './catalogue-status.js';
export { findStatus, listSources, statusesOf } from './find-status.js';
export {
  arrStatuses,
  cloudflareStatuses,
  iisStatuses,
  nginxStatuses,
  registeredStatuses,
} from './lists.js';
export type { Source } from './sources.js';
export type { CatalogueLanguage } from './texts/explanations.js';
export type { VendorCode } from './vendor-sources.js';
export type { VendorTransport } from './vendor-table.js';
