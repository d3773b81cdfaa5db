import { once } from 'node:events';
import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
} from 'node:http2';
import type { Socket } from 'node:net';
import { guardServer, handle } from '@faultless/node';
import { connectHttp2 } from '../harness/connect-http2.js';
import { type Listening, listen } from '../harness/listen.js';
import { LOCALHOST } from '../harness/localhost.js';
import { frame, PREFACE, readFrames, request, TYPES } from './load/http2-frames.mjs';

const TIMEOUT = 400;
const GREETING = Buffer.concat([PREFACE, frame(TYPES.SETTINGS, 0, 0)]);

const listener = handle((_request, response) => response.end('fine')) as never;

/** A server of node:http2 has no such option unless it speaks HTTP/1 too. */
const bounded = <Server extends object>(server: Server, headersTimeout: number): Server =>
  Object.assign(server, { headersTimeout });

const SERVERS: readonly (readonly [
  name: string,
  create: (timeout: number) => Http2Server | Http2SecureServer,
  secure: boolean,
])[] = [
  ['plain', (timeout) => bounded(createServer(listener), timeout), false],
  [
    'secure',
    (timeout) => bounded(createSecureServer({ ...LOCALHOST, allowHTTP1: true }, listener), timeout),
    true,
  ],
];

describe.each(SERVERS)('a guarded %s server of node:http2', (_name, create, secure) => {
  const sockets: Socket[] = [];
  let listening: Listening;

  const start = async (timeout: number, maxConnections = 5): Promise<void> => {
    const server = create(timeout);
    guardServer(server, { maxConnections, report: () => undefined });
    listening = await listen(server);
  };

  const open = async (bytes: Buffer): Promise<Socket> => {
    const { port } = listening;
    const socket = await connectHttp2(port, secure);
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write(bytes);
    return socket;
  };

  /** How long it takes until a connection is closed from the other side, in milliseconds. */
  const closing = async (socket: Socket): Promise<number> => {
    const begun = performance.now();
    socket.resume();
    await once(socket, 'close');
    return performance.now() - begun;
  };

  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await listening.close();
  });

  it.each([
    ['says nothing', Buffer.alloc(0)],
    ['begins a session and no more', GREETING],
    [
      'begins a request that does not end',
      Buffer.concat([GREETING, frame(TYPES.HEADERS, 0, 1, Buffer.from([0x82]))]),
    ],
  ])('closes in time what %s', async (_what, bytes) => {
    await start(TIMEOUT);
    const time = await closing(await open(bytes));
    expect(time).toBeGreaterThan(TIMEOUT / 2);
  });

  it('keeps what has had a request served', async () => {
    await start(TIMEOUT);
    const silent = await open(GREETING);
    const served = await open(Buffer.concat([GREETING, request(1, '/')]));
    let came = Buffer.alloc(0);
    served.on('data', (piece: Buffer) => {
      came = Buffer.concat([came, piece]);
    });
    await closing(silent);
    served.write(request(3, '/'));
    const streams = (): number[] =>
      readFrames(came).frames.flatMap(({ type, stream }) =>
        type === TYPES.HEADERS ? [stream] : [],
      );
    while (!streams().includes(3)) await once(served, 'data');
    expect(streams()).toEqual([1, 3]);
    expect(served.destroyed).toBe(false);
  });

  it('closes nothing where the server has no bound', async () => {
    await start(0);
    const silent = await open(GREETING);
    silent.resume();
    await new Promise((resolve) => setTimeout(resolve, TIMEOUT));
    expect(silent.closed).toBe(false);
  });
});
