import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { guardServer } from '@faultless/node';
import { listen } from '../harness/listen.js';
import { until } from '../harness/until.js';

const CLIENTS = 5;
const TIMEOUTS = { headersTimeout: 400, requestTimeout: 400, connectionsCheckingInterval: 50 };
/** More than the buffers of a loopback connection take. */
const LARGE = Buffer.alloc(8_000_000);
const GOOD = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
const HALF = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc';

const servers = {
  bare: (server: Server) => server,
  guarded: (server: Server) =>
    guardServer(server, {
      report: () => undefined,
      unreadContent: { bytes: 100_000, seconds: 0.3 },
    }),
};

describe.each(Object.entries(servers))('a %s server', (_name, prepare) => {
  it.each([
    ['half a content', HALF],
    ['a request and half a head', `${GOOD}GET / HT`],
    ['a request and half a content', `${GOOD}${HALF}`],
    ['many requests and half a head', `${GOOD.repeat(50)}GET / HT`],
    ['many requests and half a content', `${GOOD.repeat(50)}${HALF}`],
  ])('holds no client that sends %s and never reads', async (_what, bytes) => {
    const answering = createServer(TIMEOUTS, (_request, response) => response.end(LARGE));
    const server = prepare(answering);
    let arrived = 0;
    let left = 0;
    server.on('connection', (socket) => {
      arrived += 1;
      socket.once('close', () => (left += 1));
    });
    const { port, close } = await listen(server);
    const clients = Array.from({ length: CLIENTS }, () => open(port, bytes));
    try {
      await until(function allHaveCome() {
        return arrived === CLIENTS;
      });
      await until(function allHaveGone() {
        return left === CLIENTS;
      });
    } finally {
      for (const client of clients) client.destroy();
      await close();
    }
  });
});

function open(port: number, bytes: string): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.pause();
  socket.write(bytes);
  return socket;
}
