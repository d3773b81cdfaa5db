import { Forbidden, NotFound, Unauthorized, UnprocessableContent } from '@faultless/node';
import { FIELD_ERRORS } from '../scenarios.js';
import type { Errors } from './errors.js';

export const faultlessErrors: Errors = {
  '/unauthorized': () => new Unauthorized('orders'),
  '/missing': () => new NotFound(),
  '/invalid': () => new UnprocessableContent({ extensions: { errors: FIELD_ERRORS } }),
  '/broken': () => new Error('the pool is empty'),
  '/concealed': () => new Forbidden({ conceal: true }),
};
