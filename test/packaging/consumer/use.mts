import { errorHandler, NotFound, notFound } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import express from 'express';
import Koa from 'koa';

const app = express();
app.get('/orders/7', () => {
  throw new NotFound('No such order.');
});
app.use(notFound());
app.use(errorHandler());

new Koa().use(koaErrorHandler());
