import session, { MemoryStore } from 'express-session';
import { describeNeighbour } from './support/describe-neighbour.js';

describeNeighbour('express-session', {
  express: (app) => app.use(session({ secret: 'kept', resave: false, saveUninitialized: true })),
  stays: ['set-cookie'],
});

/** One that takes its time, as a database does: the end of each response waits for it. */
class SlowStore extends MemoryStore {
  override set(...[id, data, callback]: Parameters<MemoryStore['set']>): void {
    setTimeout(() => {
      super.set(id, data, callback);
    }, 10);
  }
}

describeNeighbour('express-session whose store is slow', {
  express: (app) =>
    app.use(
      session({ secret: 'kept', resave: true, saveUninitialized: true, store: new SlowStore() }),
    ),
  stays: ['set-cookie'],
});
