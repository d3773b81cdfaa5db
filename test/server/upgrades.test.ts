import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { converse } from '../harness/converse.js';
import { valuesOf } from '../harness/parse-response.js';
import { type GuardedOptions, startForEach } from '../harness/start-guarded.js';

const HOST = 'Host: a\r\n';

/** Whether this Node asks for each request if it is an upgrade: 22.21, 24.9 and later do. */
const ASKS = 'shouldUpgradeCallback' in createServer();

const start = startForEach('node:http');

describe('upgrades', () => {
  const ask = (protocol: string): string =>
    `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Key: x\r\n\r\n`;

  it('to other protocols are requests like any other where nobody listens', async () => {
    const { port } = await start();
    const { responses } = await converse(port, [ask('h2c')], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it.each([
    ['by POST', ask('websocket').replace('GET', 'POST')],
    ['without a key', ask('websocket').replace(/Sec-WebSocket-Key.*\r\n/, '')],
    [
      'that the connection does not name',
      ask('websocket').replace('Connection: Upgrade', 'Connection: keep-alive'),
    ],
  ])('to WebSocket %s are requests like any other', async (_what, request) => {
    const { port } = await start();
    const { responses } = await converse(port, [request], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('to WebSocket are handed on if the app wants them', async () => {
    const { port } = await start({ guard: { unclaimedWebSockets: 'request' } });
    const { responses } = await converse(port, [ask('websocket')], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('that a listener takes are left alone', async () => {
    const { port, server, reports } = await start({ guard: { upgradeTimeout: 5 } });
    server.on('upgrade', (_request, socket) => {
      setTimeout(() => {
        socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
      }, 20);
    });
    await turn();
    const { responses } = await converse(port, [ask('x')]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(reports).toHaveLength(0);
  });

  it('that a listener has answered at once are left alone, though it never reads', async () => {
    const { port, server, reports } = await start({ guard: { upgradeTimeout: 0.01 } });
    server.on('upgrade', (_request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
      setTimeout(() => socket.destroy(), 100);
    });
    await turn();
    const { responses } = await converse(port, [ask('x')]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(reports).toHaveLength(0);
  });

  it('that no listener takes are answered with 501 in time', async () => {
    const { port, server } = await start({ guard: { upgradeTimeout: 0.05 } });
    server.on('upgrade', () => undefined);
    await turn();
    const { responses, ended } = await converse(port, [ask('x')]);
    expect(responses.map(({ status }) => status)).toEqual([501]);
    expect(ended).toBe('end');
  });

  it('to a protocol that there is are answered with 501 where no listener takes them', async () => {
    const { port, server } = await start({
      guard: { upgradeTimeout: 0.05, upgradeProtocols: ['Foo/2', 'bar'] },
    });
    server.on('upgrade', () => undefined);
    await turn();
    const { responses } = await converse(port, [ask('baz, foo/2')]);
    expect(responses.map(({ status }) => status)).toEqual([501]);
  });

  it('to WebSocket are answered with 426 where nobody listens, but something else is there', async () => {
    const { port } = await start({ guard: { upgradeProtocols: ['foo/2'] } });
    const { responses } = await converse(port, [ask('websocket')], { enough: 1 });
    expect(responses.map(({ status, fields }) => [status, valuesOf(fields, 'upgrade')])).toEqual([
      [426, ['foo/2']],
    ]);
  });

  it('to WebSocket are answered with 426 and the list where something else is there', async () => {
    const { port, server } = await start({ guard: { upgradeProtocols: ['bar', 'foo/2'] } });
    server.on('upgrade', () => undefined);
    await turn();
    const { responses } = await converse(port, [ask('websocket')]);
    const [response] = responses;
    expect(response?.status).toBe(426);
    expect(valuesOf(response?.fields ?? [], 'upgrade')).toEqual(['bar, foo/2']);
    expect(valuesOf(response?.fields ?? [], 'connection')).toEqual(['upgrade, close']);
  });

  it('to another protocol than there is are requests like any other where Node asks, else 426', async () => {
    const { port, server, reports } = await start({ guard: { upgradeProtocols: ['websocket'] } });
    server.on('upgrade', () => undefined);
    await turn();
    const { responses } = await converse(port, [ask('h2c')], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([ASKS ? 200 : 426]);
    expect(reports).toHaveLength(ASKS ? 0 : 1);
  });

  it('are answered behind earlier responses, though those are written on the same connection', async () => {
    const { port, server } = await start({ guard: { upgradeTimeout: 0.1 } });
    server.on('upgrade', () => undefined);
    await turn();
    const slow = `GET /slow HTTP/1.1\r\n${HOST}\r\n`;
    const { responses, ended } = await converse(port, [slow + ask('x')]);
    expect(responses.map(({ status }) => status)).toEqual([200, 501]);
    expect(ended).toBe('end');
  });

  it('reach the app again when the last listener has gone', async () => {
    const { port, server } = await start();
    const listener = (): undefined => undefined;
    server.on('upgrade', listener);
    await turn();
    server.off('upgrade', listener);
    const { responses } = await converse(port, [ask('h2c')], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('whose listener emits an error are answered with it', async () => {
    const { port, server, reports } = await start();
    const broken = new Error('a secret');
    server.on('upgrade', (_request, socket) => {
      setImmediate(() => socket.emit('error', broken));
    });
    await turn();
    const { responses, ended } = await converse(port, [ask('x')]);
    expect(responses.map(({ status }) => status)).toEqual([500]);
    expect(String(responses[0]?.body)).not.toContain('secret');
    expect(ended).toBe('end');
    expect(reports).toMatchObject([{ error: broken, status: 500, outcome: 'sent' }]);
  });

  it('whose listener emits an error when it has written are closed, which is reported', async () => {
    const { port, server, reports } = await start();
    const broken = new Error('too late');
    server.on('upgrade', (_request, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
        () => socket.emit('error', broken),
      );
    });
    await turn();
    const { responses, ended } = await converse(port, [ask('x')]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(ended).not.toBe('open');
    expect(reports).toMatchObject([{ error: broken, outcome: 'client-gone' }]);
  });

  it('whose listener ends the connection with an error are reported', async () => {
    const { port, server, reports } = await start();
    const broken = new Error('not you');
    server.on('upgrade', (_request, socket) => socket.destroy(broken));
    await turn();
    const { responses } = await converse(port, [ask('x')]);
    expect(responses).toEqual([]);
    expect(reports).toMatchObject([{ error: broken, outcome: 'client-gone' }]);
  });

  it('whose listener hears errors itself are left to it', async () => {
    const { port, server, reports } = await start();
    const heard: Error[] = [];
    server.on('upgrade', (_request, socket) => {
      socket.on('error', (error) => heard.push(error)).destroy(new Error('mine'));
    });
    await turn();
    const { responses } = await converse(port, [ask('x')]);
    expect(responses).toEqual([]);
    expect(heard.map(({ message }) => message)).toEqual(['mine']);
    expect(reports).toEqual([]);
  });
});

describe('an upgrade whose content has not come', () => {
  const HALF = `POST / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: x\r\nContent-Length: 5\r\n\r\nab`;
  const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';

  const switched: Duplex[] = [];

  // What has been upgraded is no longer the server's to close.
  afterEach(() => {
    for (const stream of switched.splice(0)) stream.destroy();
  });

  async function startTaking(
    take: (stream: Duplex, request: IncomingMessage) => void,
    guard: GuardedOptions['guard'] = {},
    server: ServerOptions = {},
  ) {
    const started = await start({ guard, server });
    started.server.on('upgrade', (request, stream) => {
      switched.push(stream);
      take(stream, request);
    });
    await turn();
    return started;
  }

  it.each([
    ['nobody takes it', HALF, 501],
    ['it has no Host', HALF.replace(HOST, ''), 400],
  ])('is answered in its turn if %s', async (_what, half, status) => {
    const { port, reports } = await startTaking(() => undefined, { upgradeTimeout: 0.05 });
    const slow = `GET /slow HTTP/1.1\r\n${HOST}\r\n`;
    const { responses, ended } = await converse(port, [slow + half]);
    expect(responses.map((response) => response.status)).toEqual([200, status]);
    expect(ended).toBe('end');
    expect(reports).toMatchObject([{ status }]);
  });

  it('is left alone when a listener has answered', async () => {
    const { port, reports } = await startTaking(
      (stream) => {
        stream.write(SWITCHED);
        setTimeout(() => stream.destroy(), 200);
      },
      { upgradeTimeout: 0.05 },
    );
    const { responses } = await converse(port, [HALF]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(reports).toEqual([]);
  });

  it('is left alone while a listener reads it', async () => {
    const { port, reports } = await startTaking(
      (stream, request) => {
        request.resume();
        setTimeout(() => stream.end(SWITCHED), 200);
      },
      { upgradeTimeout: 0.05 },
    );
    const { responses } = await converse(port, [`${HALF}cde`]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(reports).toEqual([]);
  });

  it('gets no answer beside that of a listener when it comes too slowly', async () => {
    const { port, reports } = await startTaking(
      (stream) => {
        stream.on('error', () => undefined).write(SWITCHED);
        setTimeout(() => stream.destroy(), 500);
      },
      {},
      { requestTimeout: 50, headersTimeout: 50, connectionsCheckingInterval: 20 },
    );
    const { responses } = await converse(port, [HALF]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(reports).toEqual([]);
  });

  it('is a request under way', async () => {
    const { connect, raw } = await startTaking((stream) => stream.write(SWITCHED), {
      maxConnections: 1,
    });
    const { socket } = await connect();
    socket.write(HALF);
    await once(socket, 'data');
    expect(await raw(`GET / HTTP/1.1\r\n${HOST}\r\n`)).toMatchObject({ status: 503 });
  });
});

describe('what the server’s own shouldUpgradeCallback says', () => {
  const ask = `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: x\r\n\r\n`;
  const saying = (answer: boolean) =>
    ({ shouldUpgradeCallback: () => answer }) as unknown as ServerOptions;

  it('closes no connection of what nobody listens for', async () => {
    const { port } = await start({ server: saying(true) });
    const { responses } = await converse(port, [ask], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('hands a request to the listeners', async () => {
    const { port, server, reports } = await start({ server: saying(true) });
    server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    });
    await turn();
    const { responses } = await converse(port, [ask]);
    expect(responses.map(({ status }) => status)).toEqual([101]);
    expect(reports).toEqual([]);
  });

  it('keeps a request from the listeners where Node asks', async () => {
    const { port, server } = await start({
      server: saying(false),
      guard: { upgradeTimeout: 0.05 },
    });
    server.on('upgrade', () => undefined);
    await turn();
    const { responses } = await converse(port, [ask], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([ASKS ? 200 : 501]);
  });
});

describe.each([
  ['upgrade', `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: x\r\n\r\n`],
  ['connect', `CONNECT a:1 HTTP/1.1\r\n${HOST}\r\n`],
])('a listener for %s', (event, request) => {
  async function startTaking(options?: GuardedOptions) {
    const started = await start(options);
    const taken: string[] = [];
    started.server.on(event, (_request: IncomingMessage, socket: Duplex) => {
      taken.push(event);
      socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
    });
    await turn();
    return { ...started, taken };
  }

  it('gets what is asked for', async () => {
    const { port, taken, reports } = await startTaking();
    const { responses } = await converse(port, [request]);
    expect(responses.map(({ status }) => status)).toEqual([200]);
    expect(taken).toEqual([event]);
    expect(reports).toEqual([]);
  });

  it('gets nothing from connections beyond the limit', async () => {
    const { port, taken } = await startTaking({ guard: { maxConnections: 0, retryAfter: 3 } });
    const { responses, ended } = await converse(port, [request]);
    expect(responses.map(({ status }) => status)).toEqual([503]);
    expect(valuesOf(responses[0]?.fields ?? [], 'retry-after')).toEqual(['3']);
    expect(ended).toBe('end');
    expect(taken).toEqual([]);
  });

  it.each([
    ['no Host', request.replace(HOST, '')],
    ['two Hosts', request.replace(HOST, `${HOST}Host: b\r\n`)],
  ])('gets nothing that has %s', async (_name, broken) => {
    const { port, taken, reports } = await startTaking();
    const { responses, ended } = await converse(port, [broken]);
    expect(responses.map(({ status }) => status)).toEqual([400]);
    expect(ended).toBe('end');
    expect(taken).toEqual([]);
    expect(reports).toMatchObject([{ status: 400, code: 'invalid_host' }]);
  });
});
