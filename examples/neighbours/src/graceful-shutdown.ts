import { setTimeout as wait } from 'node:timers/promises';
import { errorHandler, guardServer, notFound, ServiceUnavailable } from '@faultless/express';
import closeWithGrace from 'close-with-grace';
import express from 'express';

/** How long new requests are refused before the port closes, so that load balancers notice; in ms. */
const NOTICE = Number(process.env.NOTICE ?? 300);

let draining = false;
const app = express();

// First of all: once the process has been asked to end, it begins nothing new.
app.use((_request, response, next) => {
  if (!draining) {
    next();
    return;
  }
  response.set('Connection', 'close');
  next(new ServiceUnavailable({ retryAfter: 5 }));
});

app.get('/', (_request, response) => {
  response.send('fine');
});
app.post('/slow', async (request, response) => {
  let length = 0;
  for await (const piece of request) length += (piece as Buffer).length;
  response.send(`${length} bytes, slow and whole`);
});

app.use(notFound());
app.use(errorHandler());

const server = guardServer(app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1'));
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`listening on port ${address?.port}`);
});

closeWithGrace({ delay: 10_000 }, async () => {
  draining = true;
  await wait(NOTICE);
  await new Promise((resolve) => {
    server.close(resolve);
  });
});
