import { findStatus } from '@faultless/core/statuses';
import { errorHandler, NotFound, notFound, VendorError } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import express from 'express';
import Koa from 'koa';

const app = express();
app.get('/orders/7', () => {
  throw new NotFound('No such order.');
});
app.use(notFound());
app.use(errorHandler({ genericNotFound: true }));

new Koa().use(koaErrorHandler());

new VendorError('iis:404.13');
// @ts-expect-error: IIS has no such substatus.
new VendorError('iis:404.999');

/** The class is one, however it was loaded. */
export function readStatus(error: NotFound): number {
  return error.status + findStatus(error.status).length;
}
