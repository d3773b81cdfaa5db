import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { guardServer } from '@faultless/node';
import { jest } from '@jest/globals';
import type { Connection } from '../harness/connection.js';
import { listen } from '../harness/listen.js';
import { startForEach } from '../harness/start-guarded.js';
import { until } from '../harness/until.js';

const GOOD = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
const HALF = 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na';

const start = startForEach('node:http');

/** Opens a connection whose request the application has, and is not through with. */
async function occupy(server: Server, connect: () => Promise<Connection>): Promise<Connection> {
  const handed = once(server, 'request');
  const connection = await connect();
  connection.socket.write(HALF);
  await handed;
  return connection;
}

const openMany = async (
  count: number,
  connect: () => Promise<Connection>,
): Promise<readonly Connection[]> => Promise.all(Array.from({ length: count }, connect));

describe('maxConnections', () => {
  it('counts a connection while its request is under way, and no longer', async () => {
    const { server, connect, raw } = await start({ guard: { maxConnections: 1, retryAfter: 3 } });
    const busy = await occupy(server, connect);
    const refused = await raw(GOOD);
    expect(refused).toMatchObject({ status: 503, closed: true });
    expect(refused.value('retry-after')).toBe('3');
    expect(refused.json()).toMatchObject({ code: 'too_many_connections' });
    busy.socket.write('b');
    expect((await busy.read()).status).toBe(200);
    const next = await connect();
    expect((await next.request()).status).toBe(200);
    expect((await busy.request()).status).toBe(200);
  });

  it('takes no connection for idle whose next request is under way', async () => {
    const { server, connect } = await start({ guard: { maxConnections: 5 } });
    const busy = await connect();
    expect((await busy.request()).status).toBe(200);
    const handed = once(server, 'request');
    busy.socket.write(HALF);
    await handed;
    for (const idle of await openMany(101, connect)) {
      expect((await idle.request()).status).toBe(200);
    }
    busy.socket.write('b');
    expect((await busy.read()).status).toBe(200);
  });

  it('counts pipelined requests of one connection once, and none of a client that left', async () => {
    const { server, connect } = await start({ guard: { maxConnections: 1 } });
    const busy = await occupy(server, connect);
    busy.socket.write(`b${GOOD}${GOOD}`);
    expect((await busy.read()).status).toBe(200);
    expect((await busy.read()).status).toBe(200);
    expect((await busy.read()).status).toBe(200);
    const left = once(server, 'request').then(
      async ([request]: { socket: NodeJS.EventEmitter }[]) =>
        new Promise((resolve) => request?.socket.once('close', resolve)),
    );
    const leaving = await occupy(server, connect);
    leaving.socket.write(`b${HALF}`);
    leaving.socket.resetAndDestroy();
    await left;
    expect((await busy.request()).status).toBe(200);
  });

  it('counts no silent connection, and none that is kept for the next request', async () => {
    const { connect } = await start({ guard: { maxConnections: 1 } });
    await openMany(20, connect);
    const pool = await openMany(3, connect);
    for (const connection of pool) expect((await connection.request()).status).toBe(200);
    const check = await connect();
    expect((await check.request()).status).toBe(200);
    for (const connection of pool) expect((await connection.request()).status).toBe(200);
  });

  it('closes the oldest of too many silent connections, and none that was served', async () => {
    const { connect } = await start({ guard: { maxConnections: 1 } });
    const served = await connect();
    expect((await served.request()).status).toBe(200);
    const oldest = await connect();
    await openMany(100, connect);
    await oldest.closed;
    const check = await connect();
    expect((await check.request()).status).toBe(200);
    expect((await served.request()).status).toBe(200);
  });

  it('closes the longest idle of too many kept connections', async () => {
    const { connect } = await start({ guard: { maxConnections: 1 } });
    const kept: Connection[] = [];
    for (let index = 0; index <= 100; index += 1) {
      const connection = await connect();
      expect((await connection.request()).status).toBe(200);
      kept.push(connection);
    }
    await kept[0]?.closed;
    expect((await kept[1]?.request())?.status).toBe(200);
  });

  it('has the default reporter print a line for a refusal, and no stack', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = guardServer(createServer(), { maxConnections: 0 });
    const { raw, close } = await listen(server);
    expect((await raw(GOOD)).status).toBe(503);
    await until(() => warn.mock.calls.length > 0);
    await close();
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^GET \/ 503 too_many_connections /)]]);
    expect(error).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });
});
