import { createAdaptorServer } from '@hono/node-server';
import fastify from 'fastify';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { FINE } from '../scenarios.js';
import type { Contender } from './contender.js';
import { httpErrors } from './http-errors.js';

/** Other frameworks' own error paths, for reference: they are not compared with a floor. */
export const OUTSIDE: readonly Contender[] = [
  {
    group: 'outside',
    name: 'fastify',
    create: async () => {
      const app = fastify();
      for (const [path, create] of Object.entries(httpErrors)) {
        app.get(path, () => {
          throw create();
        });
      }
      app.get('/fine', () => FINE);
      await app.ready();
      return app.server;
    },
  },
  {
    group: 'outside',
    name: 'hono',
    create: () => {
      const app = new Hono();
      for (const [path, create] of Object.entries(httpErrors)) {
        app.get(path, () => {
          const error = create() as Error & { status?: 401 | 404 | 422 };
          if (error.status === undefined) throw error;
          throw new HTTPException(error.status, { message: error.message });
        });
      }
      app.get('/fine', (context) => context.json(FINE));
      app.onError((error, context) =>
        error instanceof HTTPException
          ? error.getResponse()
          : context.json({ error: 'Internal Server Error' }, 500),
      );
      return createAdaptorServer({ fetch: app.fetch });
    },
  },
];
