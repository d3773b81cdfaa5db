import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { createLoadShedder } from './load-shedder.js';
import { createExpressLimit, createKoaLimit } from './rate-limits.js';
import { createExpressTimeout, createKoaTimeout } from './request-timeout.js';

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
  return new Promise((resolve, reject) => {
    get({ port, path, host: '127.0.0.1', agent: agent ?? false }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    }).on('error', reject);
  });
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
      env: { ...process.env, PORT: '0' },
      silent: true,
    });
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const port = Number(/port (\d+)/.exec(String(line))?.[1]);
    const agent = new Agent({ keepAlive: true });
    expect((await ask(port, '/', agent)).text).toBe('fine');
    const slow = ask(port, '/slow');
    await wait(50);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await wait(50);
    for (const refused of [await ask(port, '/', agent), await ask(port)]) {
      expectProblem(refused, 503);
      expect(refused.headers).toMatchObject({ connection: 'close', 'retry-after': '5' });
    }
    expect(await slow).toMatchObject({ status: 200, text: 'slow, and whole' });
    expect(await ended).toEqual([0, null]);
    agent.destroy();
  }, 20_000);
});

describe('a load shedder (overload-protection)', () => {
  it('has its 503 and its Retry-After in our body while the event loop is late', async () => {
    const { app, stop } = createLoadShedder();
    await serve(app, async (port) => {
      expect((await ask(port)).text).toBe('fine');
      const until = performance.now() + 200;
      const pending = ask(port);
      // The loop is late from here on.
      while (performance.now() < until);
      let answer = await pending;
      for (let turn = 0; turn < 20 && answer.status === 200; turn += 1) {
        const again = ask(port);
        const end = performance.now() + 100;
        while (performance.now() < end);
        answer = await again;
      }
      expectProblem(answer, 503);
      expect(answer.headers['retry-after']).toBe('2');
      expect(answer.text).not.toContain('event loop');
    });
    stop();
  }, 20_000);
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
          await wait(20);
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
      await wait(20);
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
