import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { listen } from '../harness/listen.js';

// Whole programs are started, on what is built.
jest.setTimeout(120_000);

/** What has come to Sentry, as a real server gets it. */
const received: string[] = [];
let dsn = '';

beforeAll(async () => {
  const sentry: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    received.push(String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
    response.end('{}');
  });
  const { port } = await listen(sentry);
  dsn = `http://key@127.0.0.1:${port}/1`;
});

beforeEach(() => {
  received.length = 0;
});

interface Ended {
  readonly code: unknown;
  readonly printed: string;
}

function run(...program: string[]): Promise<Ended> {
  const env = { ...process.env, DSN: dsn, PLANTED: 's3cr3t-t0ken' };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: 'test', env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, printed: stdout + stderr });
    });
  });
}

const end = (...how: string[]): Promise<Ended> => run('report/exit-program.mjs', ...how);

const WORDS = /Error: the last words|"message":"the last words"/;

describe('a process that ends as soon as an error is reported', () => {
  it.each(['default', 'console', 'pino', 'pino, sync: false', 'pino with a transport', 'winston'])(
    'has said so (%s)',
    async (sink) => {
      const { code, printed } = await end(sink, 'exit');
      expect(code).toBe(1);
      expect(printed).toMatch(WORDS);
    },
  );

  it('says how many more there were of a storm', async () => {
    const { code, printed } = await end('storm', 'exit', '5');
    expect(code).toBe(1);
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      expect.not.objectContaining({ repeated: expect.anything() }),
      expect.objectContaining({ repeated: { count: 4, seconds: expect.any(Number) } }),
    ]);
  });

  it.each(['exit', 'wait and exit'])('has told Sentry if it waits (%s)', async (ending) => {
    const { code } = await end('sentry', ending);
    expect(code).toBe(1);
    const events = received.filter((envelope) => envelope.includes('the last words'));
    expect(events).toHaveLength(ending === 'exit' ? 0 : 1);
  });

  it.each(['exit', 'wait and exit'])('has told OpenTelemetry if it waits (%s)', async (ending) => {
    const { code, printed } = await end('opentelemetry', ending);
    expect(code).toBe(1);
    expect(printed.includes('the last words')).toBe(ending !== 'exit');
  });
});

describe('an error that belongs to no request, with close-with-grace', () => {
  it.each(['uncaughtException', 'unhandledRejection'])(
    'comes to all sinks, redacted and once (%s)',
    async (event) => {
      const { code, printed } = await run('report/graceful-program.mjs', event);
      expect(code).toBe(1);
      const lines = printed.trim().split('\n');
      // What was under way has been answered.
      expect(lines).toContain('half and whole');
      const [line, ...more] = lines.filter((each) => each.startsWith('{'));
      expect(more).toEqual([]);
      expect(JSON.parse(String(line))).toMatchObject({
        level: 50,
        msg: '500 TypeError (too-late)',
        expected: false,
        err: { type: 'TypeError', message: 'nobody caught Bearer [redacted]' },
      });
      const events = received.filter((envelope) => envelope.includes('nobody caught'));
      expect(events).toHaveLength(1);
      expect(events[0]).toContain('"type":"faultless"');
      expect([printed, ...received].join()).not.toContain('s3cr3t');
    },
  );
});
