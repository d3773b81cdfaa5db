export * from '@faultless/node';

export { type ContentLimit, contentLimit } from './content-limit.js';
export { type ExpressErrorHandler, errorHandler } from './error-handler.js';
export { notFound } from './not-found.js';
export { views } from './views.js';
