import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttp2, connect as openSession } from 'node:http2';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardServer, handle, type Report } from '@faultless/node';
import { type Listening, listen } from '../harness/listen.js';
import { until } from '../harness/until.js';

// jest fails a test during which an exception is not caught or a rejection not handled.

const running: Listening[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

interface Guarded extends Listening {
  readonly server: Server;
  readonly reports: readonly Report[];
}

const fine = (_request: IncomingMessage, response: ServerResponse): void => {
  response.end('fine');
};

async function start(handler: Parameters<typeof handle>[0] = fine): Promise<Guarded> {
  const reports: Report[] = [];
  const report = (one: Report): void => void reports.push(one);
  const server = createServer(handle(handler, { report }));
  guardServer(server, { report, upgradeTimeout: 1 });
  const listening = await listen(server);
  running.push(listening);
  return { ...listening, server, reports };
}

const UPGRADE = { Connection: 'Upgrade', Upgrade: 'x' };
const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';

describe('beside the guard, the app', () => {
  it('may say itself when it wants the content', async () => {
    const { server, raw, reports } = await start();
    server.on('checkContinue', (_request, response) => {
      response.writeHead(200, { Connection: 'close' }).end('without it');
    });
    const request =
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n';
    expect(await raw(request)).toMatchObject({ status: 200, text: 'without it' });
    expect(reports).toHaveLength(0);
  });

  it('may take an upgrade, and keep its connection', async () => {
    const { server, connect, reports } = await start();
    let taken: Duplex | undefined;
    server.on('upgrade', (_request, socket) => {
      taken = socket;
      setTimeout(() => socket.write(SWITCHING), 20);
    });
    await new Promise(setImmediate);
    const connection = await connect();
    connection.send({ headers: UPGRADE });
    await connection.unreadEndsWith('\r\n\r\n');
    // Longer than the guard waits for a listener to take it.
    await sleep(1500);
    expect(connection.unread.toString()).toBe(SWITCHING);
    expect(connection.isOpen).toBe(true);
    expect(reports).toHaveLength(0);
    taken?.destroy();
    await connection.closed;
  });

  it('outlives a client that breaks off while it asks for an upgrade', async () => {
    const { server, connect, request } = await start();
    let asked: Promise<unknown> | undefined;
    server.on('upgrade', (_request, socket) => {
      asked = new Promise((resolve) => socket.on('close', resolve));
    });
    await new Promise(setImmediate);
    const connection = await connect();
    connection.send({ headers: UPGRADE });
    await until(() => asked !== undefined);
    connection.socket.resetAndDestroy();
    await asked;
    expect((await request()).status).toBe(200);
  });

  it('may end a connection with an error of its own', async () => {
    const { server, connect, request, reports } = await start();
    server.once('connection', (socket) => {
      setImmediate(() => socket.destroy(new Error('not you')));
    });
    const connection = await connect();
    await connection.closed;
    expect(connection.received).toHaveLength(0);
    expect((await request()).status).toBe(200);
    expect(reports).toHaveLength(0);
  });

  it('may write on when the content has broken off and was answered', async () => {
    let late: ServerResponse | undefined;
    const { raw, request, reports } = await start(async (asked, response) => {
      if (asked.url === '/next') return response.end('fine');
      await once(asked, 'close').catch(() => undefined);
      late = response;
      response.write('late');
      return response.end('later');
    });
    const broken = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nno size\r\n';
    expect((await raw(broken)).status).toBe(400);
    await until(() => late !== undefined);
    expect((await request({ path: '/next' })).text).toBe('fine');
    expect(reports.map(({ status, outcome }) => [status, outcome])).toEqual([[400, 'sent']]);
  });

  it('may drop a request that nobody knows', async () => {
    const { server, request, reports } = await start();
    server.emit('dropRequest', {} as IncomingMessage, {} as never);
    expect((await request()).status).toBe(200);
    expect(reports).toHaveLength(0);
  });
});

describe('a stream of HTTP/2 that fails', () => {
  it('is reported with all bytes that it had sent, in however many pieces', async () => {
    const reports: Report[] = [];
    const report = (one: Report): void => void reports.push(one);
    const listener = handle(
      async (_request, response) => {
        for (const piece of ['one', 'two', 'thr\u00e9']) response.write(piece);
        await new Promise((resolve) => response.write('four', resolve));
        throw new Error('after the header left');
      },
      { report },
    );
    const server = createHttp2(listener as never);
    guardServer(server, { report });
    const listening = await listen(server);
    const session = openSession(listening.origin);
    const stream = session.request({ ':path': '/' });
    stream.on('error', () => undefined).resume();
    await new Promise((resolve) => stream.on('close', resolve));
    session.destroy();
    await listening.close();
    expect(reports).toMatchObject([{ outcome: 'truncated', bytesSent: 3 + 3 + 5 + 4 }]);
  });
});
