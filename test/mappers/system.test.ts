import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import pg from 'pg';
import { closedPort } from './bad-upstream.js';
import { explain } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

// A database is started.
jest.setTimeout(120_000);

const run = promisify(execFile);
const MISSING = '/nowhere-4711/secret.json';

/** A connection to a database that is down. */
async function connect(host: string, port: number): Promise<void> {
  const socket = createConnection({ host, port });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('error', reject);
  });
}

const CASES: readonly [what: string, expected: string, raise: () => Promise<unknown>][] = [
  ['a missing file of its own', '500 undefined', () => readFile(MISSING)],
  ['a directory that it can not read as a file', '500 undefined', () => readFile('/')],
  [
    'a database that is down',
    '503 dependency_unavailable',
    async () => connect('127.0.0.1', await closedPort()),
  ],
  [
    'a database that is down on both protocols',
    '503 dependency_unavailable',
    async () => connect('localhost', await closedPort()),
  ],
  [
    'a database without an address',
    '503 dependency_unavailable',
    () => connect('secret-4711.invalid', 5432),
  ],
  [
    'a database that is down, by its driver',
    '503 dependency_unavailable',
    async () => new pg.Client({ host: '127.0.0.1', port: await closedPort() }).connect(),
  ],
  ['a full disk', '507 storage_full', () => writeFile('/dev/full', 'x'.repeat(100_000))],
  [
    'a deadline of its own',
    '504 deadline_exceeded',
    () => sleep(10_000, undefined, { signal: AbortSignal.timeout(20) }),
  ],
  ['a deadline, as the signal says it', '504 deadline_exceeded', waitAndThrow],
  [
    'work that it gave up',
    '503 work_aborted',
    () => sleep(10_000, undefined, { signal: AbortSignal.abort() }),
  ],
];

async function waitAndThrow(): Promise<void> {
  const signal = AbortSignal.timeout(20);
  await sleep(50);
  signal.throwIfAborted();
}

describe.each(FRAMEWORKS)('a server on $framework that meets', ({ throwing }) => {
  it.each(CASES)('%s', async (_what, expected, raise) => {
    const served = await throwing(raise);
    const { status, problem, text } = await ask(served.url);
    await served.close();
    expect(`${status} ${String(problem.code)}`).toBe(expected);
    expect(text.replace(/urn:uuid:[\da-f-]{36}/g, '')).not.toMatch(
      /4711|127\.0\.0\.1|::1|localhost|\/dev|E[A-Z]{4,}/,
    );
    expect(served.reports).toHaveLength(1);
  });
});

it('is exhausted when it can open no more files', async () => {
  const program = `
    const { openSync } = await import('node:fs');
    const { explainMapping } = await import(process.argv[1]);
    try { for (;;) openSync(process.execPath); } catch (thrown) {
      const { error: { status, code, retryAfter } } = explainMapping(thrown);
      console.log(JSON.stringify([thrown.code, status, code, retryAfter]));
    }`;
  const core = new URL('../../packages/core/dist/index.js', import.meta.url).href;
  const command = 'ulimit -n 1024; exec "$0" --input-type=module -e "$1" "$2"';
  const { stdout } = await run('sh', ['-c', command, process.execPath, program, core]);
  expect(JSON.parse(stdout)).toEqual(['EMFILE', 503, 'server_exhausted', 5]);
});

it('does not take an error for its own that has a status already', async () => {
  const { mapper, error } = await explain(() => {
    throw Object.assign(new Error('x'), { code: 'ENOSPC', status: 400, expose: false });
  });
  expect([mapper, error.status]).toEqual(['http-errors', 400]);
});
