import type { Connection } from '../harness/connection.js';
import { startNeighbour } from '../harness/neighbour.js';
import type { RawResponse } from '../harness/raw-response.js';
import { SERVERS } from '../harness/servers.js';
import { startGuarded } from '../harness/start-guarded.js';
import { until } from '../harness/until.js';

const TIMEOUTS = { headersTimeout: 3000, requestTimeout: 3000, connectionsCheckingInterval: 100 };
const CLIENTS = 150;

/** What each client begins with, and goes on with for ever. */
const BEGINNINGS = [
  'G',
  'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ',
  'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n',
  'POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n',
];

async function answerTo(
  connection: Connection,
  beginning: string,
): Promise<readonly (RawResponse | undefined)[]> {
  const { socket } = connection;
  socket.write(beginning);
  // One byte in time for the whole request would be none in time for the next.
  const timer = setInterval(() => {
    if (socket.writable) socket.write(beginning === 'G' ? '' : 'x');
  }, 50);
  const first = await connection.next();
  await connection.closed;
  clearInterval(timer);
  return [first, await connection.next()];
}

const countConnections = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  'many slow clients of $name',
  ({ kind }) => {
    it('get one 408 each, and no neighbour or connection stays behind', async () => {
      const before = countConnections();
      const { port, connect, reports, close } = await startGuarded(kind, { server: TIMEOUTS });
      const neighbour = startNeighbour(port);
      const clients = Array.from({ length: CLIENTS }, async (_, index) =>
        answerTo(await connect(), BEGINNINGS[index % BEGINNINGS.length] as string),
      );
      for (const [first, second] of await Promise.all(clients)) {
        expect(first?.status).toBe(408);
        expect(first?.complete).toBe(true);
        expect(first?.value('connection')).toBe('close');
        expect(first?.json()).toMatchObject({ status: 408, code: 'request_timeout' });
        expect(second).toBeUndefined();
      }
      const statuses = await neighbour.stop();
      await close();
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(reports.filter(({ sentStatus }) => sentStatus === 408)).toHaveLength(CLIENTS);
      await until(function allConnectionsHaveGone() {
        return countConnections() <= before;
      });
    });
  },
);
