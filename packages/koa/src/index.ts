export * from '@faultless/node';

export { errorHandler, type KoaErrorHandler } from './error-handler.js';
export { views } from './views.js';
