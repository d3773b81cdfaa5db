// An Express app with a route for each way to fail, on whatever runs it. Prints its port.
import {
  contentLimit,
  errorHandler,
  Forbidden,
  NotFound,
  notFound,
  RangeNotSatisfiable,
  TooManyRequests,
  Unauthorized,
  UnprocessableContent,
  VendorError,
} from '@faultless/express';
import express from 'express';

const missing = () => new NotFound('No such order.');

const THROWN = {
  missing,
  forbidden: () => new Forbidden('Not yours.'),
  concealed: () => new Forbidden({ conceal: missing() }),
  unauthorized: () => new Unauthorized('orders'),
  limited: () => new TooManyRequests({ retryAfter: 7 }),
  range: () => new RangeNotSatisfiable(10),
  invalid: () =>
    new UnprocessableContent('The size is wrong.', {
      extensions: { errors: [{ detail: 'It has to be a number.', pointer: '#/size' }] },
    }),
  vendor: () => new VendorError('iis:404.13'),
  foreign: () => Object.assign(new Error('Taken.'), { status: 409, expose: true }),
  fault: () => new Error('a secret'),
  cause: () => new Error('a secret', { cause: new Error('another') }),
  null: () => null,
  text: () => 'a secret',
  object: () => ({ message: 'a secret' }),
};

const app = express();
app.get('/fine', (_request, response) => void response.send('fine'));
app.get('/thrown/:name', ({ params }) => {
  throw THROWN[params.name]();
});
app.get('/rejected/:name', async ({ params }) => {
  await new Promise(setImmediate);
  throw THROWN[params.name]();
});
app.get('/leftovers', (_request, response) => {
  response.set({ ETag: '"1"', 'Content-Length': '5', 'X-Kept': 'yes', 'Cache-Control': 'public' });
  throw THROWN.fault();
});
app.get('/files/:name', ({ params }, response) => {
  response.sendFile(params.name, { root: import.meta.dirname });
});
app.post('/json', contentLimit(1000), express.json({ limit: 1000 }), (request, response) => {
  response.json(request.body);
});
app.use(notFound());
app.use(errorHandler({ report: () => undefined }));

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
