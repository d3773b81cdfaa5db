import createError from 'http-errors';
import { FIELD_ERRORS } from '../scenarios.js';
import type { Errors } from './errors.js';

export const httpErrors: Errors = {
  '/unauthorized': () =>
    createError(401, 'sign in', { headers: { 'WWW-Authenticate': 'Bearer realm="orders"' } }),
  '/missing': () => createError(404, 'not here'),
  '/invalid': () => createError(422, 'not right', { errors: FIELD_ERRORS }),
  '/broken': () => new Error('the pool is empty'),
  '/concealed': () => createError(404, 'not here'),
};
