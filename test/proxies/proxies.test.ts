import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { Connection } from '../harness/connection.js';
import { mask } from '../harness/mask.js';
import { askRaw } from '../harness/raw-client.js';
import { type RequestParts, writeRequest } from '../harness/raw-request.js';
import { type Options, SERVERS } from '../harness/servers.js';
import { startGuarded } from '../harness/start-guarded.js';
import { type RunningServer, startServer } from '../harness/start-server.js';
import { answer, THROWN } from './application.js';
import { describeEachProxy } from './describe-each-proxy.js';
import type { ReverseProxy } from './proxies.js';
import { type RunningProxy, startProxy } from './start-proxy.js';

// A daemon starts, and large uploads go through it.
jest.setTimeout(60_000);

/** What a request has that gets this status; Varnish lets no range through to an upstream unless it passes. */
const ASKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  416: { Range: 'bytes=2000-', Authorization: 'Bearer x' },
};

const FRAMEWORKS = SERVERS.filter(({ name }) => ['Express 5', 'Koa 3', 'node:http'].includes(name));

/** Uploads as clients do that read while they write. @returns the status and the text of the answer */
async function upload(port: number, path: string, size: number): Promise<[number, string]> {
  const connection = await Connection.open(port);
  const fields = { 'Content-Length': String(size) };
  connection.send({ method: 'PUT', path, headers: fields });
  connection.socket.write(Buffer.alloc(size));
  const { status, text } = await connection.read('PUT');
  connection.close();
  return [status, text];
}

/** A proxy in front of two applications. */
async function startPool(proxy: ReverseProxy, program: string, options: Options = {}) {
  const [first, second] = await Promise.all(
    FRAMEWORKS.slice(0, 2).map((kind) => startServer(kind, answer, options)),
  );
  if (first === undefined || second === undefined) throw new Error('there are two frameworks');
  const running = await startProxy(proxy, program, [first.port, second.port]);
  return {
    ask: (path: string) => askRaw(running.port, writeRequest({ path })),
    reports: () => [...first.reports, ...second.reports],
    close: async () => {
      await running.close();
      await Promise.all([first.close(), second.close()]);
    },
  };
}

function define(proxy: ReverseProxy, program: string): void {
  describe.each(FRAMEWORKS)('before $name', (kind) => {
    let server: RunningServer;
    let running: RunningProxy;
    beforeAll(async () => {
      server = await startServer(kind, answer);
      running = await startProxy(proxy, program, [server.port]);
    });
    afterAll(async () => {
      await running.close();
      await server.close();
    });
    const ask = (parts: RequestParts) => askRaw(running.port, writeRequest(parts));

    it.each(Object.keys(THROWN))('passes a %s on as it is', async (status) => {
      for (const [method, accept] of [
        ['GET', 'application/problem+json'],
        ['GET', 'text/html'],
        ['HEAD', '*/*'],
      ] as const) {
        const parts = {
          method,
          path: `/thrown/${status}`,
          headers: { ...ASKED[status], Accept: accept },
        };
        const direct = await server.request(parts);
        const passed = await ask(parts);
        expect(passed.status).toBe(Number(status));
        expect(mask(passed.body)).toBe(mask(direct.body));
        const names = new Set(direct.fields.map(([name]) => name.toLowerCase()));
        for (const name of ['connection', 'keep-alive', 'date', ...proxy.strips]) {
          names.delete(name);
        }
        const lines = (one: typeof direct) =>
          [...names].map((name) => {
            const value = one.values(name).join(', ');
            // Apache writes lists without spaces.
            return `${name}: ${name === 'vary' ? value.replace(/, /g, ',') : value}`;
          });
        expect(lines(passed)).toEqual(lines(direct));
        for (const name of proxy.strips) expect([name, ...passed.values(name)]).toEqual([name]);
      }
    });

    it.each([
      ['401', 8_000_000],
      ['404', 8_000_000],
      ['413', 8_000_000],
      ['413', 50_000_000],
    ])('passes on a %s that comes early, to %i bytes', async (status, size) => {
      const [came, text] = await upload(running.port, `/thrown/${status}`, size);
      expect(came).toBe(Number(status));
      expect(JSON.parse(text)).toMatchObject({ status: Number(status) });
    });

    it.each(['chunked', 'length'])('lets no half pass for the whole: %s', async (framing) => {
      const connection = await Connection.open(running.port);
      connection.send({ path: `/half/${framing}` });
      const response = await connection.next();
      connection.close();
      expect(response?.status).toBe(200);
      expect(response?.complete).toBe(framing === 'chunked' && proxy.endsHalves);
    });

    it('pairs 1,000 answers with their requests over connections that stay open', async () => {
      const wrong: string[] = [];
      const converse = async (_none: unknown, first: number): Promise<void> => {
        const connection = await Connection.open(running.port);
        for (let count = first; count < 1000; count += 8) {
          const { status, text } = await connection.request({ path: `/odd/${count}` });
          const expected = count % 2 === 1 ? `"detail":"no ${count}"` : `is ${count}`;
          if (status !== (count % 2 === 1 ? 404 : 200) || !text.includes(expected)) {
            wrong.push(`${count}: ${status} ${text}`);
          }
        }
        connection.close();
      };
      await Promise.all(Array.from({ length: 8 }, converse));
      expect(wrong).toEqual([]);
    });

    it.each(['/owned', '/imitated'])(
      'stores no 404 for the owner of %s that a stranger got',
      async (path) => {
        const stranger = await ask({ path });
        expect(stranger.status).toBe(404);
        const owner = await ask({ path, headers: { 'X-User': 'owner' } });
        expect([owner.status, owner.text]).toEqual([200, 'yours']);
      },
    );
  });

  it.each(['nginx:444', 'nginx:499'])('keeps its pool where a handler throws %s', async (code) => {
    const { ask, reports, close } = await startPool(proxy, program);
    for (let count = 0; count < 5; count += 1) {
      expect((await ask(`/vendor/${code}`)).status).toBe(400);
      expect((await ask(`/fine/${count}`)).text).toBe(String(count));
    }
    expect(
      reports().map(({ level, sentStatus, vendor }) => [level, sentStatus, vendor?.code]),
    ).toEqual(Array.from({ length: 5 }, () => ['warn', 400, code]));
    await close();
  });

  it('leaves room for health checks beside the connections that it keeps', async () => {
    const guarded = { guard: { maxConnections: 2 }, handler: answer };
    const [kind] = FRAMEWORKS;
    if (kind === undefined) throw new Error('there are two frameworks');
    const server = await startGuarded(kind, guarded);
    const running = await startProxy(proxy, program, [server.port]);
    for (let count = 0; count < 10; count += 1) {
      const passed = await askRaw(running.port, writeRequest({ path: `/fine/${count}` }));
      expect([passed.status, passed.text]).toEqual([200, String(count)]);
      expect((await server.request({ path: '/fine/healthy' })).status).toBe(200);
    }
    await running.close();
    await server.close();
  });

  it('has the settings that the docs say', () => {
    const place = { port: 80, upstreams: [3000], directory: '/tmp' } as const;
    const settings = proxy.settings(place).split('\n');
    const docs = readFileSync('docs/behind-a-proxy.md', 'utf8');
    const [, block = ''] = docs.split(`\`\`\`${proxy.language}\n`);
    const [snippet = ''] = block.split('```');
    const lines = snippet.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(0);
    const written = settings.map((line) => line.trim());
    expect(lines.map((line) => line.trim()).filter((line) => !written.includes(line))).toEqual([]);
  });

  it('would take a connection that is closed for a broken server', async () => {
    const { ask, reports, close } = await startPool(proxy, program, { behindProxy: false });
    const { status } = await ask('/vendor/nginx:444');
    const runs = reports().length;
    const after = (await ask('/fine/1')).status;
    expect({ status, runs, after }).toEqual(proxy.closed);
    await close();
  });
}

describeEachProxy(define);
