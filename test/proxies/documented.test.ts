import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { askRaw, type RawAnswer } from '../harness/raw-client.js';
import { writeRequest } from '../harness/raw-request.js';
import type { Options } from '../harness/servers.js';
import { SERVERS } from '../harness/servers.js';
import { type RunningServer, startServer } from '../harness/start-server.js';
import { within } from '../harness/within.js';
import { answer } from './application.js';
import { describeEachProxy } from './describe-each-proxy.js';
import type { ReverseProxy } from './proxies.js';
import { type RunningProxy, startProxy } from './start-proxy.js';

// What docs/behind-a-proxy.md says of proxies, beside what comes through them. A daemon starts.
jest.setTimeout(60_000);

let server: RunningServer;
let running: RunningProxy;

async function start(proxy: ReverseProxy, program: string, options: Options = {}): Promise<void> {
  const [kind] = SERVERS.filter(({ framework }) => framework === 'node');
  if (kind === undefined) throw new Error('there is no node:http');
  server = await startServer(kind, answer, options);
  running = await startProxy(proxy, program, [server.port]);
}

afterEach(async () => {
  await running.close();
  await server.close();
});

const ask = (method: string, path: string): Promise<RawAnswer> =>
  askRaw(running.port, writeRequest({ method, path }));

/** What a client of HTTP/1.0 gets, and how its connection ends. */
async function askOld(port: number, path: string): Promise<{ text: string; ended: string }> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let ended = 'by a reset';
  socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
  socket.on('end', () => (ended = 'in order'));
  socket.on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.0\r\nHost: test.example\r\n\r\n`);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await within(closed, () => 'the end');
  return { text, ended };
}

describeEachProxy((proxy, program) => {
  it('tells a client of HTTP/1.0 by a length only that it got a half', async () => {
    await start(proxy, program);
    expect((await askOld(server.port, '/half/chunked')).ended).toBe('by a reset');
    const half = await askOld(running.port, '/half/chunked');
    expect(half.text).toMatch(/^HTTP\/1\.[01] 200 (?:.*\r\n)+\r\nx{50000}$/);
    expect(half.ended).toBe('in order');
    expect((await askOld(running.port, '/half/length')).text).toMatch(
      /^content-length: 100000\r$/im,
    );
  });

  it('may send a GET again that is closed on a connection that it had kept, and no POST', async () => {
    await start(proxy, program, { behindProxy: false });
    let asks = 0;
    // A proxy may need a moment until a connection can be used again: varnishd does on a busy machine.
    for (let tries = 0; tries < 10 && asks < proxy.asks; tries += 1) {
      expect((await ask('GET', '/fine/1')).status).toBe(200);
      await sleep(tries * 20);
      const before = server.reports.length;
      expect((await ask('GET', '/vendor/nginx:444')).status).toBe(proxy.closed.status);
      asks = server.reports.length - before;
    }
    expect(asks).toBe(proxy.asks);
    expect((await ask('GET', '/fine/1')).status).toBe(200);
    const before = server.reports.length;
    expect((await ask('POST', '/vendor/nginx:444')).status).toBe(proxy.closed.status);
    expect(server.reports).toHaveLength(before + 1);
  });
});

/** What has a proxy put pages of its own in place of the application's errors. */
const INTERCEPTING: Readonly<Record<string, (settings: string) => string>> = {
  nginx: (settings) =>
    settings
      .replace('location / {', 'location @own { return 200 own; }\n    location / {')
      .replace('proxy_pass', 'proxy_intercept_errors on; error_page 401 405 429 @own; proxy_pass'),
  apache2: (settings) => settings.replace('ProxyPass', 'ProxyErrorOverride On\nProxyPass'),
};

describeEachProxy((proxy, program) => {
  it('that replaces errors keeps their status and challenge, and loses all else', async () => {
    const settings: ReverseProxy['settings'] = (place) =>
      INTERCEPTING[proxy.name]?.(proxy.settings(place)) ?? '';
    await start({ ...proxy, settings }, program);
    for (const [status, lost] of [
      [401, 'Cache-Control'],
      [405, 'Allow'],
      [429, 'Retry-After'],
    ] as const) {
      const direct = await server.request({ path: `/thrown/${status}` });
      const passed = await ask('GET', `/thrown/${status}`);
      expect(passed.status).toBe(status);
      expect(passed.values('WWW-Authenticate')).toEqual(direct.values('WWW-Authenticate'));
      // Apache has an Allow of its own, which is wrong.
      expect(direct.values(lost)).toHaveLength(1);
      expect(passed.values(lost)).not.toEqual(direct.values(lost));
      expect(passed.text).not.toContain('about:blank');
    }
  });
}, Object.keys(INTERCEPTING));

/** What has a proxy store answers: nginx those that say for how long, Varnish as it is. */
const STORING: Readonly<Record<string, (settings: string, directory: string) => string>> = {
  nginx: (settings, directory) =>
    settings
      .replace('upstream', `proxy_cache_path ${directory}/stored keys_zone=stored:1m;\n  upstream`)
      .replace('proxy_pass', 'proxy_cache stored; proxy_pass'),
  varnishd: (settings) => settings,
};

describeEachProxy((proxy, program) => {
  const settings: ReverseProxy['settings'] = (place) =>
    STORING[proxy.name]?.(proxy.settings(place), place.directory) ?? '';

  it('stores an error that says so, and no other', async () => {
    await start({ ...proxy, settings }, program);
    for (const path of ['/gone/stored', '/gone/stored', '/gone/plain', '/gone/plain']) {
      expect((await ask('GET', path)).status).toBe(410);
    }
    expect(server.reports.map(({ path }) => path)).toEqual([
      '/gone/stored',
      '/gone/plain',
      '/gone/plain',
    ]);
  });

  it.each(['/owned', '/imitated'])(
    'stores no 404 for the owner of %s that a stranger got, though the one it imitates may be stored',
    async (path) => {
      await start({ ...proxy, settings }, program);
      expect((await ask('GET', path)).status).toBe(404);
      const bytes = writeRequest({ path, headers: { 'X-User': 'owner' } });
      const owner = await askRaw(running.port, bytes);
      expect([owner.status, owner.text]).toEqual([200, 'yours']);
    },
  );
}, Object.keys(STORING));
