import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildCurlLine } from '../../examples/api/src/curl-line.js';
import { SCENARIO_GROUPS, type Scenario, VARIANTS } from '../../examples/api/src/scenarios.js';
import { installTool } from '../clients/install-tool.js';

const run = promisify(execFile);
const SCENARIOS = SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios);
const SERVERS = ['Express', 'Koa'] as const;

type ServerName = (typeof SERVERS)[number];

/** The example, as `npm start` runs it when all is built. */
interface Example {
  readonly child: ChildProcess;
  readonly printed: { out: string; err: string };
  readonly exited: Promise<number | null>;
}

const started = new Set<ChildProcess>();

function start(port: string): Example {
  const env = { ...process.env, PORT: port };
  const child = spawn(process.execPath, ['examples/api/dist/main.js'], { env });
  started.add(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (printed.out += String(chunk)));
  child.stderr.on('data', (chunk) => (printed.err += String(chunk)));
  const exited = once(child, 'close').then(([code]) => {
    started.delete(child);
    return code as number | null;
  });
  return { child, printed, exited };
}

async function startWhole(port = '0'): Promise<Example & { origins: Record<ServerName, string> }> {
  const example = start(port);
  while (!example.printed.out.includes('Ctrl-C')) {
    if (example.child.exitCode !== null) throw new Error(example.printed.err);
    await setTimeout(10);
  }
  const origins = SERVERS.map((name) => {
    const line = new RegExp(`^${name} +(http://localhost:\\d+)/$`, 'm').exec(example.printed.out);
    return [name, String(line?.[1])];
  });
  return { ...example, origins: Object.fromEntries(origins) as Record<ServerName, string> };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
  readonly whole: boolean;
}

async function send(scenario: Scenario, origin: string, more: object = {}): Promise<Answer> {
  const { method, path, body } = scenario;
  const headers = { ...scenario.headers, ...more };
  const sent = request(origin + path, { method, headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const content = await text(response).catch(() => '');
  const { statusCode: status, complete: whole, rawHeaders } = response;
  return { status, headers: response.headers, rawHeaders, body: content, whole };
}

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

describe.each(SERVERS)('the example API on %s', (name) => {
  let example: Example;
  let origin: string;

  beforeAll(async () => {
    installTool('curl');
    const whole = await startWhole();
    example = whole;
    origin = whole.origins[name];
  }, 600_000);

  afterAll(async () => {
    example.child.kill('SIGTERM');
    await example.exited;
  });

  it('lists every scenario with its curl line, for curl and for people', async () => {
    const { stdout } = await run('curl', ['-sS', `${origin}/`]);
    const index = JSON.parse(stdout) as { server: string; groups: { scenarios: object[] }[] };
    expect(index.server).toContain(name);
    expect(index.groups.flatMap(({ scenarios }) => scenarios)).toHaveLength(SCENARIOS.length);
    const page = await fetch(origin, { headers: { Accept: 'text/html,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('vary')).toContain('Accept');
    const html = await page.text();
    for (const { title } of SCENARIO_GROUPS) expect(html).toContain(title);
    expect(html.match(/<code>curl -/g)).toHaveLength(SCENARIOS.length);
    expect(html).not.toMatch(/<script|src=|href=/);
  });

  it('answers 406 to who accepts no index', async () => {
    const { status } = await fetch(origin, { headers: { Accept: 'image/png' } });
    expect(status).toBe(406);
  });

  it.each(SCENARIOS)('shows "$title" by its curl line: $status', async (scenario) => {
    const line = buildCurlLine(scenario, origin).replace('curl ', 'curl -sS --max-time 5 ');
    const { stdout, code } = (await run('sh', ['-c', line]).catch(
      (failed: unknown) => failed as { stdout: string; code: number },
    )) as { stdout: string; code?: number };
    expect(stdout).toMatch(new RegExp(`^HTTP/1.1 ${scenario.status} `));
    for (const field of scenario.fields ?? []) expect(stdout).toMatch(`\r\n${field}: `);
    expect(code ?? 0).toBe(scenario.breaksOff ? 18 : 0);
    expect(stdout).not.toContain('secret:');
  });

  describe.each(VARIANTS)('$title', ({ headers }) => {
    const failing = SCENARIOS.filter(({ status }) => status >= 400);

    it.each(failing)('answers "$title"', async (scenario) => {
      const answer = await send(scenario, origin, headers);
      expect(answer.status).toBe(scenario.status);
      const { Accept: type = 'application/problem+json' } = headers as { Accept?: string };
      const { 'Accept-Language': language = 'en' } = headers as { 'Accept-Language'?: string };
      expect(answer.headers['content-type']?.split(';')[0]).toBe(type);
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.body === '').toBe(scenario.method === 'HEAD');
      expect(answer.body).not.toContain('secret:');
    });

    it('lets a stream that fails halfway break off', async () => {
      const scenario = SCENARIOS.find(({ breaksOff }) => breaksOff) as Scenario;
      expect(await send(scenario, origin, headers)).toMatchObject({ status: 200, whole: false });
    });

    it('gives a secret order and an absent one the same answer', async () => {
      const [secret, absent] = await Promise.all(
        ['/orders/2', '/orders/3'].map(async (path) => {
          const scenario = SCENARIOS.find((candidate) => candidate.path === path) as Scenario;
          const { rawHeaders, body } = await send(scenario, origin, headers);
          const lines = rawHeaders.map((line) => (/ GMT$/.test(line) ? 'date' : line));
          return { lines, body: body.replaceAll(/urn:uuid:[\w-]+/g, 'instance') };
        }),
      );
      expect(secret).toEqual(absent);
    });
  });
});

describe('main', () => {
  it('listens on PORT and the port after it', async () => {
    const port = await findFreePair();
    const example = await startWhole(String(port));
    expect(example.origins).toEqual({
      Express: `http://localhost:${port}`,
      Koa: `http://localhost:${port + 1}`,
    });
    example.child.kill('SIGINT');
    expect(await example.exited).toBe(0);
  });

  it.each([
    { name: 'Express', before: 0 },
    { name: 'Koa', before: 1 },
  ])('says in one line that the port of $name is taken', async ({ name, before }) => {
    const taken = (await findFreePair()) + before;
    const server = createServer().listen(taken);
    await once(server, 'listening');
    const example = start(String(taken - before));
    expect(await example.exited).toBe(1);
    expect(example.printed.err).toBe(
      `${name} can't listen: port ${taken} is taken. Choose another with PORT.\n`,
    );
    await close(server);
  });

  it.each(['http', '-1', '65535', '3e3', '3000.5', ' '])('refuses PORT=%j', async (port) => {
    const example = start(port);
    expect(await example.exited).toBe(1);
    expect(example.printed).toEqual({
      out: '',
      err: `PORT must be a whole number from 0 to 65534, not ${JSON.stringify(port)}.\n`,
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops at %s, idle connections or not',
    async (signal) => {
      const example = await startWhole();
      const idle = await open(example.origins.Express);
      idle.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      await once(idle, 'data');
      example.child.kill(signal);
      expect(await within(2000, example.exited)).toBe(0);
      expect(example.printed.err).toBe('');
    },
  );

  it('answers what is under way first, though npm passes Ctrl-C on', async () => {
    const example = await startWhole();
    const busy = await openRequest(example.origins.Koa);
    example.child.kill('SIGINT');
    example.child.kill('SIGINT');
    await setTimeout(100);
    example.child.kill('SIGINT');
    await setTimeout(100);
    const answered = once(busy, 'data');
    busy.write('{"item": "a loom", "quantity": 1}');
    expect(String(await answered)).toMatch(/^HTTP\/1.1 201 /);
    expect(await within(2000, example.exited)).toBe(0);
  });

  it('cuts off what is under way at the second Ctrl-C, and after a while anyway', async () => {
    const [twice, once] = await Promise.all([startWhole(), startWhole()]);
    const sockets = await Promise.all(
      [twice, once].map(({ origins }) => openRequest(origins.Express)),
    );
    const stopped = Date.now();
    twice.child.kill('SIGINT');
    once.child.kill('SIGINT');
    await setTimeout(700);
    twice.child.kill('SIGINT');
    expect(await within(1500, twice.exited)).toBe(0);
    expect(await within(5000, once.exited)).toBe(0);
    expect(Date.now() - stopped).toBeGreaterThan(2500);
    for (const socket of sockets) socket.destroy();
  });
});

/** A request of which the content has not come yet. */
async function openRequest(origin: string): Promise<Socket> {
  const socket = await open(origin);
  socket.write(
    'POST /orders HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ada\r\n' +
      'Content-Type: application/json\r\nContent-Length: 33\r\n\r\n',
  );
  await setTimeout(200);
  return socket;
}

async function open(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Two ports that are free, the second one after the first. */
async function findFreePair(): Promise<number> {
  const first = createServer().listen(0);
  await once(first, 'listening');
  const { port } = first.address() as AddressInfo;
  const second = createServer().listen(port + 1);
  const isFree = await once(second, 'listening').then(
    () => true,
    () => false,
  );
  await Promise.all([close(first), isFree && close(second)]);
  return isFree && port < 65_534 ? port : findFreePair();
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const late = setTimeout(milliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`not within ${milliseconds} ms`);
  });
  return Promise.race([promise, late]);
}
