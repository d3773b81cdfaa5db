import { execFile } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { explainMapping, handle, markUpstreamError } from '@faultless/node';
import { jest } from '@jest/globals';
import { closedPort } from './bad-upstream.js';
import { thrownBy } from './raise.js';

// A database is started.
jest.setTimeout(600_000);

const run = promisify(execFile);
const NODE = new URL('../../packages/node/dist/index.js', import.meta.url).href;
const NODE_CJS = fileURLToPath(new URL('../../packages/node/dist/index.cjs', import.meta.url));

/** Runs a program that has made a handler; both builds at once, as a careless app loads them. */
async function runWatching(program: string): Promise<{ stdout: string; stderr: string }> {
  const made = `
    import { get } from 'node:http';
    import { createRequire } from 'node:module';
    import { subscribe, channel } from 'node:diagnostics_channel';
    const { explainMapping, handle } = await import(${JSON.stringify(NODE)});
    const other = createRequire(${JSON.stringify(NODE)})(${JSON.stringify(NODE_CJS)});
    handle(() => {});
    handle(() => {});
    other.handle(() => {});`;
  return run(process.execPath, ['--input-type=module', '-e', made + program]);
}

describe('a process whose HTTP clients are watched', () => {
  it('ends when it has nothing to do', async () => {
    const { stdout } = await runWatching("console.log('made')");
    expect(stdout).toBe('made\n');
  });

  it('still ends by an error that nobody listens to', async () => {
    const port = await closedPort();
    const failed = await thrownBy(() => runWatching(`get({ host: '127.0.0.1', port: ${port} });`));
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Unhandled 'error' event[\s\S]*ECONNREFUSED/) as string,
    });
  });

  it('finds the error as the client made it, known to both builds', async () => {
    const port = await closedPort();
    const { stdout } = await runWatching(`
      const request = get({ host: '127.0.0.1', port: ${port} });
      const listeners = request.listenerCount('error');
      request.on('error', (error) => {
        const statuses = [explainMapping, other.explainMapping].map((one) => one(error).error.status);
        console.log(JSON.stringify([listeners, Object.keys(error), statuses]));
      });`);
    const keys = ['errno', 'code', 'syscall', 'address', 'port'];
    expect(JSON.parse(stdout)).toEqual([0, keys, [502, 502]]);
  });

  it('does not watch requests that succeed', () => {
    handle(() => undefined);
    expect(channel('http.client.request.error').hasSubscribers).toBe(true);
    expect(channel('http.client.request.start').hasSubscribers).toBe(false);
    expect(channel('undici:request:create').hasSubscribers).toBe(false);
  });
});

describe('an error of an HTTP client', () => {
  /** What a request to nobody fails with. */
  const refused = async (): Promise<NodeJS.ErrnoException> => {
    const port = await closedPort();
    return new Promise((resolve) => {
      get({ host: '127.0.0.1', port }).on('error', resolve);
    });
  };

  it('is known inside whatever wraps it', async () => {
    const { error, through } = explainMapping(new Error('x', { cause: await refused() }));
    expect([error.status, error.code, through]).toEqual([502, 'upstream_failed', ['cause']]);
  });

  it('is what somebody else made of it, if they gave it a status', async () => {
    const stated = Object.assign(await refused(), { status: 409, expose: false });
    expect(explainMapping(stated).error.status).toBe(409);
  });

  it('that only the app gave to the request is the app’s', async () => {
    const mine = new RangeError('too slow');
    await new Promise((resolve) => {
      get('http://127.0.0.1:1').on('error', resolve).destroy(mine);
    });
    expect(explainMapping(mine).error.status).toBe(500);
  });
});

describe('markUpstreamError', () => {
  it('tells the error of a client that Node does not watch', () => {
    const error = Object.assign(new Error('x'), { code: 'ETIMEDOUT', syscall: 'connect' });
    expect(explainMapping(error).error.status).toBe(503);
    markUpstreamError(error);
    expect(explainMapping(error).error).toMatchObject({ status: 504, code: 'upstream_timeout' });
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['a frozen error', Object.freeze(new Error('x'))],
    [
      'a proxy that refuses',
      new Proxy(
        {},
        {
          defineProperty: () => {
            throw new Error('trap');
          },
        },
      ),
    ],
  ])('leaves %s alone', (_what, value) => {
    expect(() => {
      markUpstreamError(value);
    }).not.toThrow();
  });
});
