import { errorHandler, type NotFound } from '@faultless/express';
import made from './made.cjs';
import { readStatus } from './use.mjs';

// What one module system makes is what the other takes.
const same: NotFound = made.error;
console.log(readStatus(same), errorHandler());
