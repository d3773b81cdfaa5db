import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { en, zhCN } from '@faultless/express';
import { ar } from '@faultless/locale-ar';
import { createExpressApp } from './express-app.js';
import { createKoaApp } from './koa-app.js';
import { type Listener, listen } from './listen.js';
import { createRelay, RELAY_PATH } from './playground/relay.js';
import { createReportDesk } from './playground/report-desk.js';
import { readPort } from './read-port.js';
import { stopOnSignals } from './stop-on-signals.js';

const servers: Server[] = [];
const ports = new Map<string, number>();
const desk = createReportDesk();
const answers = { report: desk.report, locales: [en, zhCN, ar] as const };
const relay = createRelay({ ports, desk });

try {
  const port = readPort(process.env.PORT);
  await start('Express', createExpressApp(answers), port);
  await start('Koa', createKoaApp(answers).callback(), port === 0 ? 0 : port + 1);
  stopOnSignals(servers);
  console.log('Open either in a browser, or ask it with curl. Ctrl-C stops both.');
} catch (error) {
  console.error((error as Error).message);
  for (const server of servers) server.close();
  process.exitCode = 1;
}

async function start(name: string, app: Listener, port: number): Promise<void> {
  const listener: Listener = (request, response) => {
    const tries = request.method === 'POST' && request.url === RELAY_PATH;
    (tries ? relay : app)(request, response);
  };
  const server = await listen(name, listener, { port, ...answers });
  servers.push(server);
  desk.watch(server);
  const address = server.address() as AddressInfo;
  ports.set(name, address.port);
  console.log(`${name.padEnd(8)} http://localhost:${address.port}/`);
}
