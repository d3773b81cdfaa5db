const express = require('express');
const { errorHandler, isHttpError, NotFound, notFound } = require('@faultless/express');
const { HttpError } = require('@faultless/core');

test('a test of jest in CommonJS', async () => {
  const app = express();
  app.get('/orders/7', () => {
    throw new NotFound('No such order.');
  });
  app.use(notFound());
  app.use(errorHandler());
  const server = app.listen(0);
  const response = await fetch(`http://localhost:${server.address().port}/orders/7`);
  expect(await response.json()).toMatchObject({ status: 404, detail: 'No such order.' });
  await new Promise((resolve) => server.close(resolve));
  expect(new NotFound()).toBeInstanceOf(HttpError);
  expect(isHttpError(new NotFound())).toBe(true);
});
