import { describeNeighbour } from './support/describe-neighbour.js';

// What must hold beside others has to hold alone.
describeNeighbour('nothing', { express: () => undefined, koa: () => undefined });
