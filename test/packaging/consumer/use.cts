import statuses = require('@faultless/core/statuses');
import faultless = require('@faultless/express');
import faultlessKoa = require('@faultless/koa');
import express = require('express');
import Koa = require('koa');

const app = express();
app.get('/orders/7', () => {
  throw new faultless.NotFound('No such order.');
});
app.use(faultless.notFound());
const options: faultless.ErrorHandlerOptions<unknown> = { genericNotFound: true };
app.use(faultless.errorHandler(options));

new Koa().use(faultlessKoa.errorHandler());

class OrderClosed extends faultless.Conflict {}

const names: string[] = statuses.listSources().map((source: statuses.Source) => source);
const OutOfCredit = faultless.defineProblem<{ balance: number }>({
  type: 'https://example.com/problems/out-of-credit',
  title: 'You do not have enough credit.',
  status: 403,
});
console.log(
  new OrderClosed().status,
  names,
  new OutOfCredit('x', { balance: 1 }).extensions.balance,
);

new faultless.VendorError('iis:404.13');
// @ts-expect-error: IIS has no such substatus.
new faultless.VendorError('iis:404.999');
