import { errorHandler, html, notFound, problemJson } from '@faultless/express';
import { PrismaPg } from '@prisma/adapter-pg';
import express, { type Express } from 'express';
import { legacyErrors } from '../legacy-errors.js';
import { routeArticles } from './articles.js';
import { PrismaClient } from './generated/client.js';
import { routeUsers } from './users.js';

/** The RealWorld API on Express and Prisma. */
export function createExpressApp(connectionString: string): Express {
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  const app = express();
  app.use(express.json());
  app.use('/api', routeUsers(database), routeArticles(database));
  app.use(notFound());
  app.use(errorHandler({ realm: 'conduit', renderers: [legacyErrors, problemJson, html] }));
  return app;
}
