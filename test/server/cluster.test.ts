import cluster, { type Address, type Worker } from 'node:cluster';
import { once } from 'node:events';
import { Connection } from '../harness/connection.js';
import { askRaw } from '../harness/raw-client.js';
import { until } from '../harness/until.js';
import { within } from '../harness/within.js';

const BROKEN = 'BREW / HTTP/1.1\r\n\r\n';

interface Told {
  readonly pid: number;
  readonly status: number;
}

let port: number;
let workers: Worker[];
const told: Told[] = [];

beforeAll(async () => {
  cluster.setupPrimary({ exec: 'test/server/load/cluster-worker.mjs', execArgv: [] });
  workers = [cluster.fork(), cluster.fork()];
  for (const worker of workers) worker.on('message', (message: Told) => told.push(message));
  const [address] = await Promise.all(workers.map(untilListening));
  port = address?.port ?? 0;
});

/** Rejects if the worker dies instead: without the built packages it would be awaited for ever. */
async function untilListening(worker: Worker): Promise<Address> {
  const died = once(worker, 'exit').then(([code]) => {
    throw new Error(`a worker ended with ${String(code)}; has \`npm run build\` been run?`);
  });
  const listening = once(worker, 'listening').then(([address]) => address as Address);
  return await within(Promise.race([listening, died]), () => 'a worker that listens');
}

afterAll(async () => {
  const exits = workers
    .filter((worker) => !worker.isDead())
    .map((worker) => {
      worker.process.kill();
      return once(worker, 'exit');
    });
  await Promise.all(exits);
});

/** A connection that one of the workers serves. */
interface Served {
  readonly connection: Connection;
  readonly pid: number;
}

/** A connection whose request waits for its last byte, and which of the workers serves it. */
async function connectServed(): Promise<Served> {
  for (;;) {
    const connection = await Connection.open(port);
    connection.socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n');
    for (;;) {
      const pid = /\r\n\r\n[\da-f]+\r\n(\d+)\r\n/.exec(String(connection.received))?.[1];
      if (pid !== undefined) return { connection, pid: Number(pid) };
      if (!connection.isOpen || String(connection.received).startsWith('HTTP/1.1 503')) break;
      await connection.moreBytes();
    }
    connection.close();
  }
}

/** Sends the byte that it waits for. */
async function complete({ connection }: Served): Promise<void> {
  connection.socket.write('x');
  expect((await connection.read('POST')).status).toBe(200);
}

describe('the workers of a cluster, each with a guard,', () => {
  it('answer what is broken, and report it', async () => {
    while (new Set(told.map(({ pid }) => pid)).size < workers.length) {
      const answer = await askRaw(port, BROKEN);
      expect(answer).toMatchObject({ status: 501, closed: true });
      await until(() => told.length > 0);
    }
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([501]));
  });

  it('refuse connections beyond what each may serve, and outlive each other', async () => {
    const first = await connectServed();
    const second = await connectServed();
    expect(second.pid).not.toBe(first.pid);
    const refused = await askRaw(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(refused).toMatchObject({ status: 503, closed: true });
    expect(refused.value('retry-after')).toBe('2');
    expect(refused.json()).toMatchObject({ code: 'too_many_connections' });
    await complete(first);
    await complete(second);

    const early = 'POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc';
    first.connection.socket.write(early);
    expect((await first.connection.read()).status).toBe(413);
    const dying = workers.find(({ process }) => process.pid === first.pid);
    if (dying === undefined) throw new Error('an unknown worker');
    const gone = once(dying, 'exit');
    dying.process.kill('SIGKILL');
    await gone;
    await first.connection.closed;
    expect(await second.connection.request()).toMatchObject({ status: 200 });
    second.connection.close();
    expect((await askRaw(port, BROKEN)).status).toBe(501);
    const third = await connectServed();
    expect(third.pid).toBe(second.pid);
    third.connection.close();
  });
});
