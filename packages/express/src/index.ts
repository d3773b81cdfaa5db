export * from '@faultless/node';

export { type ExpressErrorHandler, errorHandler } from './error-handler.js';
export { notFound } from './not-found.js';
