import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createExpressApp } from './express-app.js';
import { createKoaApp } from './koa-app.js';
import { type Listener, listen } from './listen.js';
import { readPort } from './read-port.js';
import { stopOnSignals } from './stop-on-signals.js';

const servers: Server[] = [];

try {
  const port = readPort(process.env.PORT);
  await start('Express', createExpressApp(), port);
  await start('Koa', createKoaApp().callback(), port === 0 ? 0 : port + 1);
  stopOnSignals(servers);
  console.log('Open either in a browser, or ask it with curl. Ctrl-C stops both.');
} catch (error) {
  console.error((error as Error).message);
  for (const server of servers) server.close();
  process.exitCode = 1;
}

async function start(name: string, listener: Listener, port: number): Promise<void> {
  const server = await listen(name, listener, port);
  servers.push(server);
  console.log(`${name.padEnd(8)} http://localhost:${(server.address() as AddressInfo).port}/`);
}
