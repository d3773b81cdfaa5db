import { createServer, type Server, type ServerOptions } from 'node:http';
import { guardServer, handle, NotFound, type Report } from '@faultless/node';
import { type Listening, listen } from '../harness/listen.js';
import type { RequestParts } from '../harness/raw-request.js';

/** Options of servers that not every Node has that we run on. */
const LATER = {
  optimizeEmptyRequests: true,
  shouldUpgradeCallback: ({ headers }: { headers: { upgrade?: string } }) =>
    headers.upgrade === 'websocket',
};

/** Only those that are kept on the server show that it has them. */
const CHOOSES_UPGRADES = 'shouldUpgradeCallback' in createServer();

const HANDSHAKE: RequestParts = {
  headers: {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version': '13',
  },
};

let listening: Listening;
let reports: Report[];

async function start(options: object, prepare: (server: Server) => unknown = () => undefined) {
  reports = [];
  const report = (one: Report) => void reports.push(one);
  const listener = handle(
    () => {
      throw new NotFound();
    },
    { report },
  );
  const server = createServer(options as ServerOptions, listener);
  prepare(server);
  guardServer(server, { report });
  listening = await listen(server);
}

afterEach(() => listening.close());

const ask = (parts: RequestParts) => listening.request(parts);

describe.each([{}, LATER])('a server with %j', (options) => {
  it.each<[what: string, parts: RequestParts]>([
    ['an empty request', {}],
    ['one with content', { method: 'PUT', body: 'hello' }],
    ['one that asks for h2c', { headers: { Connection: 'Upgrade', Upgrade: 'h2c' } }],
  ])('answers %s', async (_what, parts) => {
    await start(options);
    expect((await ask(parts)).status).toBe(404);
    expect(reports.map(({ status }) => status)).toEqual([404]);
  });

  it('answers a handshake that nobody takes', async () => {
    await start({ optimizeEmptyRequests: 'optimizeEmptyRequests' in options });
    expect((await ask(HANDSHAKE)).status).toBe(501);
  });

  it('answers what can not be parsed', async () => {
    await start(options);
    expect((await listening.raw('GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n')).status).toBe(400);
  });
});

(CHOOSES_UPGRADES ? describe : describe.skip)('a server that chooses its upgrades', () => {
  const accept = (server: Server) =>
    server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: close\r\n\r\n');
    });

  it('hands on those that it wants', async () => {
    await start(LATER, accept);
    expect((await ask(HANDSHAKE)).status).toBe(101);
    expect(reports).toEqual([]);
  });

  it('answers the others as ordinary requests', async () => {
    await start(LATER, accept);
    const parts = { headers: { Connection: 'Upgrade', Upgrade: 'h2c' } };
    expect((await ask(parts)).status).toBe(404);
  });
});
