import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  Agent,
  type ClientRequest,
  createServer,
  get,
  type IncomingMessage,
  type RequestListener,
  request,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { createLoadShedder } from './load-shedder.js';
import { createExpressLimit, createKoaLimit } from './rate-limits.js';
import { createExpressTimeout, createKoaTimeout } from './request-timeout.js';

// Whole programs are started.
jest.setTimeout(600_000);

// The default reporter prints server faults, which a 503 is.
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

function ask(port: number, path = '/', agent?: Agent): Promise<Answer> {
  return read(get({ port, path, host: '127.0.0.1', agent: agent ?? false }));
}

function read(asked: ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    asked.on('error', reject).on('response', (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
  });
}

/** Asks again and again until another answer comes than the one that is served meanwhile. */
async function askWhile(status: number, askOnce: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await askOnce();
    if (answer.status !== status) return answer;
  }
}

async function serve(
  listener: RequestListener,
  use: (port: number) => Promise<void>,
): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}

function expectProblem({ status, headers, text }: Answer, expected: number): void {
  expect(status).toBe(expected);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(JSON.parse(text)).toMatchObject({
    type: 'about:blank',
    status: expected,
    temporary: true,
  });
}

describe('graceful shutdown (close-with-grace)', () => {
  it('finishes old requests and refuses new ones with 503 on SIGTERM', async () => {
    const child = fork('examples/neighbours/dist/graceful-shutdown.js', {
      // Long enough for a busy machine to ask twice.
      env: { ...process.env, PORT: '0', NOTICE: '3000' },
      silent: true,
    });
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const port = Number(/port (\d+)/.exec(String(line))?.[1]);
    const agent = new Agent({ keepAlive: true });
    expect((await ask(port, '/', agent)).text).toBe('fine');
    const slow = request({
      port,
      path: '/slow',
      method: 'POST',
      host: '127.0.0.1',
      agent: false,
      headers: { Expect: '100-continue' },
    });
    const slowAnswer = read(slow);
    slow.flushHeaders();
    // The application has begun to read.
    await once(slow, 'continue');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const first = await askWhile(200, () => ask(port, '/', agent));
    for (const refused of [first, await ask(port)]) {
      expectProblem(refused, 503);
      expect(refused.headers).toMatchObject({ connection: 'close', 'retry-after': '5' });
    }
    slow.end('content');
    expect(await slowAnswer).toMatchObject({ status: 200, text: '7 bytes, slow and whole' });
    expect(await ended).toEqual([0, null]);
    agent.destroy();
  });
});

describe('a load shedder (overload-protection)', () => {
  it('has its 503 and its Retry-After in our body while the event loop is late', async () => {
    const { app, stop } = createLoadShedder();
    await serve(app, async (port) => {
      const late = setInterval(() => {
        const end = performance.now() + 60;
        while (performance.now() < end);
      }, 1);
      const refused = await askWhile(200, () => ask(port));
      clearInterval(late);
      expectProblem(refused, 503);
      expect(refused.headers['retry-after']).toBe('2');
      expect(refused.text).not.toContain('event loop');
      const served = await askWhile(503, () => ask(port));
      expect(served).toMatchObject({ status: 200, text: 'fine' });
    });
    stop();
  });
});

describe('a request timeout', () => {
  it.each(['/', '/json'])(
    'answers with 503, and late writes to %s are harmless (connect-timeout)',
    async (path) => {
      let done = (): void => undefined;
      const finished = new Promise<void>((resolve) => {
        done = resolve;
      });
      await serve(
        createExpressTimeout(() => done()),
        async (port) => {
          expectProblem(await ask(port, path), 503);
          await finished;
          expectProblem(await ask(port, path), 503);
        },
      );
    },
  );

  it('answers with 503, and late writes are harmless (Koa)', async () => {
    let done = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    const listener = createKoaTimeout(() => done()).callback();
    await serve(listener, async (port) => {
      const answer = await ask(port);
      expectProblem(answer, 503);
      expect(answer.headers['retry-after']).toBe('1');
      await finished;
      expectProblem(await ask(port), 503);
    });
  });
});

describe('a rate limit', () => {
  it('has its 429 in our body and keeps the RateLimit fields (express-rate-limit)', async () => {
    await serve(createExpressLimit(), async (port) => {
      await ask(port);
      expect((await ask(port)).status).toBe(200);
      const refused = await ask(port);
      expectProblem(refused, 429);
      expect(refused.headers.ratelimit).toMatch(/r=0/);
      expect(refused.headers['ratelimit-policy']).toMatch(/q=2/);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.headers['cache-control']).toBe('no-store');
    });
  });

  it('has its 429 in our body and keeps the RateLimit fields (koa-ratelimit)', async () => {
    await serve(createKoaLimit().callback(), async (port) => {
      await ask(port);
      expect((await ask(port)).status).toBe(200);
      const refused = await ask(port);
      expectProblem(refused, 429);
      expect(refused.headers).toMatchObject({
        'ratelimit-limit': '2',
        'ratelimit-remaining': '0',
      });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(0);
    });
  });
});
