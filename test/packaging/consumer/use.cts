import faultless = require('@faultless/express');
import faultlessKoa = require('@faultless/koa');
import express = require('express');
import Koa = require('koa');

const app = express();
app.get('/orders/7', () => {
  throw new faultless.NotFound('No such order.');
});
app.use(faultless.notFound());
app.use(faultless.errorHandler());

new Koa().use(faultlessKoa.errorHandler());
