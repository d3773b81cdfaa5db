import { errorHandler, html, problemJson } from '@faultless/koa';
import bodyParser from '@koa/bodyparser';
import Router from '@koa/router';
import { drizzle } from 'drizzle-orm/node-postgres';
import Koa from 'koa';
import pg from 'pg';
import { legacyErrors } from '../legacy-errors.js';
import { routeArticles } from './articles.js';
import { routeUsers } from './users.js';

/** The RealWorld API on Koa and Drizzle. */
export function createKoaApp(connectionString: string): Koa {
  const pool = new pg.Pool({ connectionString });
  // A connection that breaks while nobody uses it; the next query tells whether there is another.
  pool.on('error', ({ message }) => {
    console.warn(message);
  });
  const database = drizzle(pool);
  const router = new Router({ prefix: '/api' });
  for (const routed of [routeUsers(database), routeArticles(database)]) {
    router.use(routed.routes());
  }
  const app = new Koa();
  app.use(errorHandler({ realm: 'conduit', renderers: [legacyErrors, problemJson, html] }));
  app.use(bodyParser());
  app.use(router.routes());
  return app;
}
