export { devPages } from './dev-pages.js';
