import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardServer } from '@faultless/express';
import { startDatabase } from './database.js';
import { createExpressApp } from './express/app.js';
import { TABLES as EXPRESS_TABLES } from './express/tables.js';
import { createKoaApp } from './koa/app.js';
import { TABLES as KOA_TABLES } from './koa/tables.js';
import { legacyErrors } from './legacy-errors.js';

/** Each application, with the tables of the database that it needs. */
const APPS: Readonly<Record<string, readonly [make: (url: string) => RequestListener, string]>> = {
  express: [(url) => createExpressApp(url) as RequestListener, EXPRESS_TABLES],
  koa: [
    (url) => {
      const listener = createKoaApp(url).callback();
      return (request, response) => void listener(request, response);
    },
    KOA_TABLES,
  ],
};

const app = APPS[process.argv[2] ?? 'express'];
if (!app) throw new Error(`choose one of ${Object.keys(APPS).join(', ')}`);
const [make, tables] = app;
const url = process.env.DATABASE_URL ?? (await startDatabase(tables)).url;
const server = createServer(make(url));
guardServer(server, { renderers: [legacyErrors] }).listen(Number(process.env.PORT ?? 3000));
await once(server, 'listening');
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
