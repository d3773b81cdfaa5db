import { deepStrictEqual, ok } from 'node:assert';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardServer } from '@faultless/express';
import { TOKEN } from './books.js';
import { report } from './reporting.js';
import { listScenarios } from './scenarios.js';
import { takeTold } from './told.js';

/** Lets requests to an application fail in each way. Fails if a tool hears something else than it must. */
export async function check(listener: RequestListener, unsent: number): Promise<readonly string[]> {
  const server = guardServer(createServer(listener), { report }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const passed: string[] = [];
  try {
    for (const { title, run, told: expected } of listScenarios(unsent)) {
      await run(port);
      const { told, text } = await takeTold();
      deepStrictEqual(told, expected, title);
      ok(!text.includes(TOKEN), `${title}: a secret has been told`);
      passed.push(title);
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return passed;
}
