import { once } from 'node:events';
import { createServer, get, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { request as undici } from 'undici';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

let upstream: Server;
let url: string;
let asked = 0;

beforeAll(async () => {
  upstream = createServer(() => {
    asked += 1;
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/secret`;
});

afterAll(async () => {
  upstream.closeAllConnections();
  upstream.close();
  await once(upstream, 'close');
});

/** Work that a signal ends; all but the last wait for the upstream, which never answers. */
const WORK: readonly (readonly [string, (signal: AbortSignal) => Promise<unknown>])[] = [
  ['fetch', (signal) => fetch(url, { signal })],
  ['undici', (signal) => undici(url, { signal })],
  ['axios', (signal) => axios.get(url, { signal, proxy: false })],
  [
    'node:http',
    (signal) =>
      new Promise((resolve, reject) => {
        get(url, { signal }, resolve).on('error', reject);
      }),
  ],
  ['a timer', (signal) => sleep(60_000, undefined, { signal })],
];

/** Gives the work up when the client leaves. */
function whenLeft(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    controller.abort();
  });
  return controller.signal;
}

eachServer('work that is aborted', (start) => {
  it.each(WORK)('because its client has left is no fault: %s', async (name, work) => {
    let given: ServerResponse | undefined;
    const before = asked;
    const server = await start(async (_request, response) => {
      given = response;
      await work(whenLeft(response));
    });
    const connection = await server.connect();
    connection.send();
    await until(() => given !== undefined && (name === 'a timer' || asked > before));
    connection.close();
    await until(() => server.reports.length > 0);
    await sleep(20);
    upstream.closeAllConnections();
    expect(server.onlyReport()).toMatchObject({
      outcome: 'client-gone',
      level: 'info',
      status: 499,
      sentStatus: undefined,
    });
    expect(given?.headersSent).toBe(false);
    expect(given?.getHeader('Content-Type')).toBeUndefined();
  });

  // fetch keeps a connection in a pool that can't be closed, which would count as left open;
  // test/mappers/clients.test.ts has its time limit.
  const closable = WORK.filter(([name]) => name !== 'fetch');

  it.each(closable)('by a deadline of the server is 504: %s', async (_name, work) => {
    const server = await start(async (_request, response) => {
      await work(AbortSignal.any([whenLeft(response), AbortSignal.timeout(40)]));
    });
    const { status, json } = await server.request();
    upstream.closeAllConnections();
    expect(status).toBe(504);
    expect(['deadline_exceeded', 'upstream_timeout']).toContain(json().code);
    expect(JSON.stringify(json())).not.toMatch(/secret|127\.0\.0\.1|abort/i);
    expect(server.onlyReport()).toMatchObject({ level: 'error', status: 504 });
  });

  it('by the server for another reason is 503', async () => {
    const server = await start(async () => {
      await sleep(60_000, undefined, { signal: AbortSignal.abort() });
    });
    const { status, json } = await server.request();
    expect([status, json().code]).toEqual([503, 'work_aborted']);
  });
});
