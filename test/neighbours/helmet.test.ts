import helmet from 'helmet';
import helmet7 from 'helmet7';
import type Koa from 'koa';
import { describeNeighbour } from './support/describe-neighbour.js';
import { inKoa } from './support/in-koa.js';

describe.each([
  ['helmet 8', helmet],
  ['helmet 7', helmet7 as unknown as typeof helmet],
])('%s', (_version, create) => {
  describeNeighbour('around the handlers', {
    express: (app) => app.use(create()),
    koa: (app: Koa) => app.use(inKoa(create())),
    stays: [
      'content-security-policy',
      'cross-origin-opener-policy',
      'referrer-policy',
      'strict-transport-security',
      'x-content-type-options',
      'x-frame-options',
    ],
  });
});
