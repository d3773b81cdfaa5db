import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { until } from '../harness/until.js';
import { killAll, start, startWhole } from './run-example.js';

// Whole programs are started.
jest.setTimeout(600_000);

afterAll(killAll);

describe('main', () => {
  it('listens on PORT and the port after it', async () => {
    const port = await findFreePair();
    const example = await startWhole(String(port));
    expect(example.origins).toEqual({
      Express: `http://localhost:${port}`,
      Koa: `http://localhost:${port + 1}`,
    });
    example.child.kill('SIGINT');
    expect(await example.exited).toBe(0);
  });

  it.each([
    { name: 'Express', before: 0 },
    { name: 'Koa', before: 1 },
  ])('says in one line that the port of $name is taken', async ({ name, before }) => {
    const taken = (await findFreePair()) + before;
    const server = createServer().listen(taken);
    await once(server, 'listening');
    const example = start(String(taken - before));
    expect(await example.exited).toBe(1);
    expect(example.printed.err).toBe(
      `${name} can't listen: port ${taken} is taken. Choose another with PORT.\n`,
    );
    await close(server);
  });

  it.each(['http', '-1', '65535', '3e3', '3000.5', ' '])('refuses PORT=%j', async (port) => {
    const example = start(port);
    expect(await example.exited).toBe(1);
    expect(example.printed).toEqual({
      out: '',
      err: `PORT must be a whole number from 0 to 65534, not ${JSON.stringify(port)}.\n`,
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops at %s, idle connections or not',
    async (signal) => {
      // The one that still works on a request shows that the other did not wait for the grace to end.
      const [working, example] = await Promise.all([startWhole(), startWhole()]);
      const busy = await openRequest(working.origins.Express);
      const idle = await open(example.origins.Express);
      idle.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      await once(idle, 'data');
      working.child.kill(signal);
      example.child.kill(signal);
      expect(await Promise.race([example.exited, working.exited.then(() => 'too late')])).toBe(0);
      expect(example.printed.err).toBe('');
      working.child.kill('SIGKILL');
      busy.destroy();
    },
  );

  it('answers what is under way first, though npm passes Ctrl-C on', async () => {
    const [working, example] = await Promise.all([startWhole(), startWhole()]);
    const [other, busy] = await Promise.all([
      openRequest(working.origins.Koa),
      openRequest(example.origins.Koa),
    ]);
    working.child.kill('SIGINT');
    example.child.kill('SIGINT');
    example.child.kill('SIGINT');
    await until(() => example.printed.out.includes('Stopping'));
    example.child.kill('SIGINT');
    await sleep(100);
    const answered = once(busy, 'data');
    busy.write('{"item": "a loom", "quantity": 1}');
    expect(String(await answered)).toMatch(/^HTTP\/1.1 201 /);
    expect(await Promise.race([example.exited, working.exited.then(() => 'too late')])).toBe(0);
    working.child.kill('SIGKILL');
    other.destroy();
  });

  it('cuts off what is under way at the second Ctrl-C, and after a while anyway', async () => {
    const [twice, once] = await Promise.all([startWhole(), startWhole()]);
    const sockets = await Promise.all(
      [twice, once].map(({ origins }) => openRequest(origins.Express)),
    );
    const stopped = Date.now();
    twice.child.kill('SIGINT');
    once.child.kill('SIGINT');
    await until(() => twice.printed.out.includes('Stopping'));
    // Longer than what may come between two signals of one Ctrl-C.
    await sleep(700);
    twice.child.kill('SIGINT');
    expect(await Promise.race([twice.exited, once.exited.then(() => 'too late')])).toBe(0);
    expect(await once.exited).toBe(0);
    expect(Date.now() - stopped).toBeGreaterThan(2500);
    for (const socket of sockets) socket.destroy();
  });
});

/** A request whose content has not come yet; the server has its head. */
async function openRequest(origin: string): Promise<Socket> {
  const socket = await open(origin);
  socket.write(
    'POST /orders HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ada\r\nExpect: 100-continue\r\n' +
      'Content-Type: application/json\r\nContent-Length: 33\r\n\r\n',
  );
  const [interim] = (await once(socket, 'data')) as [Buffer];
  expect(String(interim)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  return socket;
}

async function open(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Two ports that are free, the second one after the first, where no system looks for a free one. */
async function findFreePair(): Promise<number> {
  const port = 10_000 + 2 * Math.floor(Math.random() * 10_000);
  const free = await Promise.all([isFree(port), isFree(port + 1)]);
  return free.every(Boolean) ? port : findFreePair();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  await close(server);
  return true;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
