import onHeaders from 'on-headers';
import { describeNeighbour } from './support/describe-neighbour.js';
import { inKoa } from './support/in-koa.js';

type Step = Parameters<typeof inKoa>[0];

/** What response-time and others do. */
const time: Step = (_request, response, next) => {
  onHeaders(response, () => {
    response.setHeader('X-Response-Time', '1ms');
  });
  next();
};

describeNeighbour('on-headers', {
  express: (app) => app.use(time),
  koa: (app) => app.use(inKoa(time)),
  stays: ['x-response-time'],
});
