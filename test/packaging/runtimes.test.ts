import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Conflict, defineProblem, handle, ServiceUnavailable, Unauthorized } from '@faultless/node';
import { jest } from '@jest/globals';
import { type Asked, ask } from '../harness/ask.js';
import { closeAll, serve } from '../harness/serve.js';
import { within } from '../harness/within.js';
import { installApp } from './install-app.js';

// It runs what is built, packed and installed, on what may have to be fetched.
jest.setTimeout(600_000);

const run = promisify(execFile);

/** Milliseconds to fetch a runtime. */
const PATIENCE = 120_000;

/** What runs JavaScript and is not Node: the registry's package, and how it says where it is. */
const RUNTIMES = [
  {
    name: 'Bun',
    package: 'bun@1.4.5',
    find: ['-e', 'console.log(process.execPath)'],
    args: [],
    // The socket that each wrapper makes for the response is not enough of one for Bun.
    functions: false,
  },
  {
    name: 'Deno',
    functions: true,
    package: 'deno@2.9.6',
    find: ['eval', 'console.log(Deno.execPath())'],
    args: ['run', '-A'],
  },
] as const;

type Question = Parameters<typeof ask>[1];

const json = (body: string): Question => ({
  method: 'POST',
  path: '/json',
  headers: { 'Content-Type': 'application/json' },
  body: Buffer.from(body),
});

const accept = (Accept: string): Question => ({ path: '/thrown/missing', headers: { Accept } });

const CASES: Readonly<Record<string, Question>> = {
  'a good answer': { path: '/fine' },
  'a 404': { path: '/thrown/missing' },
  'a 403': { path: '/thrown/forbidden' },
  'a concealed 403': { path: '/thrown/concealed' },
  'a 401': { path: '/thrown/unauthorized' },
  'a 429': { path: '/thrown/limited' },
  'a 416': { path: '/thrown/range' },
  'a 422': { path: '/thrown/invalid' },
  'a vendor’s status': { path: '/thrown/vendor' },
  'a foreign error': { path: '/thrown/foreign' },
  'a fault': { path: '/thrown/fault' },
  null: { path: '/thrown/null' },
  'a text': { path: '/thrown/text' },
  'an object': { path: '/thrown/object' },
  'a promise that is rejected': { path: '/rejected/fault' },
  'fields of the failed handler': { path: '/leftovers' },
  'an address that leads nowhere': { path: '/nowhere' },
  'a method that is not allowed': { method: 'DELETE', path: '/fine' },
  HEAD: { method: 'HEAD', path: '/thrown/missing' },
  'a page': accept('text/html'),
  XML: accept('application/problem+xml'),
  'plain text in Chinese': {
    path: '/thrown/missing',
    headers: { Accept: 'text/plain', 'Accept-Language': 'zh-CN' },
  },
  'a path that is no text': { path: '/thrown/%zz' },
  'a file that is not there': { path: '/files/none.txt' },
  'JSON that is none': json('{"a":'),
  'JSON that is too large': json(JSON.stringify('x'.repeat(2000))),
};

/** Fields of the connection and the moment. */
const OWN_OF_EACH = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);

const UUID = /urn:uuid:[0-9a-f-]{36}/g;

let app: string;
let onNode: Readonly<Record<string, unknown>>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  app = await installApp({
    express: '5',
    'serverless-http': '3',
    '@codegenie/serverless-express': '4',
    '@vendia/serverless-express': '4',
  });
  onNode = await answerAll(process.execPath, []);
}, 600_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await closeAll();
  await rm(app, { recursive: true, force: true });
});

/** What all cases come to where the app is run so. */
async function answerAll(command: string, args: readonly string[]) {
  const child = spawn(command, [...args, 'serve.mjs'], {
    cwd: app,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [printed] = (await within(once(child.stdout, 'data'), () => 'a port')) as [Buffer];
  const port = Number(printed.toString());
  const answers: Record<string, unknown> = {};
  for (const [what, question] of Object.entries(CASES)) {
    answers[what] = essence(await ask(port, question));
  }
  child.kill('SIGKILL');
  return answers;
}

function essence({ fields, text, ...rest }: Asked): object {
  const kept = Object.entries(fields).filter(([name]) => !OWN_OF_EACH.has(name));
  return { ...rest, text: text.replaceAll(UUID, 'urn:uuid:*'), fields: Object.fromEntries(kept) };
}

/** What a function answers at an address. */
interface Answered {
  readonly name: string;
  readonly path: string;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What all wrappers come to where none of them works. */
const FAILED: readonly Answered[] = [
  'serverless-http',
  '@codegenie/serverless-express',
  '@vendia/serverless-express',
].flatMap((name) =>
  ['/orders', '/nowhere'].map((path) => ({ name, path, statusCode: 500, headers: {}, body: '' })),
);

async function invokeAll(command: string, args: readonly string[]): Promise<readonly Answered[]> {
  const { stdout } = await run(command, args, { cwd: app });
  return JSON.parse(stdout.replaceAll(UUID, 'urn:uuid:*')) as Answered[];
}

/** The program of a runtime, or undefined where it can't be had, which is said. */
async function findRuntime({ name, package: wanted, find }: (typeof RUNTIMES)[number]) {
  try {
    const { stdout } = await run('npx', ['-y', wanted, ...find], { timeout: PATIENCE });
    return stdout.trim();
  } catch (error) {
    console.warn(`${name} can't be had, and is not tested: ${String(error)}`);
    return undefined;
  }
}

// Side by side: where they have to be fetched, that takes most of the time.
const COMMANDS = await Promise.all(RUNTIMES.map(findRuntime));

/** What the client makes of all that can go wrong, run so. */
async function askAll(command: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const OutOfCredit = defineProblem<{ balance: number }>({
    type: 'https://example.com/problems/out-of-credit',
    title: 'You do not have enough credit.',
    status: 403,
  });
  let failures = 0;
  const { origin } = await serve(
    handle(
      ({ url }, response) => {
        if (url === '/credit') throw new OutOfCredit('It costs 50.', { balance: 30 });
        if (url === '/sign-in') throw new Unauthorized('orders');
        if (url === '/long') throw new Conflict('x'.repeat(2_000_000));
        if (url === '/later' && failures++ === 0) throw new ServiceUnavailable({ retryAfter: 0 });
        if (url === '/later') response.end('at last');
      },
      { report: () => undefined },
    ),
  );
  const { stdout } = await run(command, [...args, 'client.mjs', origin], { cwd: app });
  return JSON.parse(stdout.replaceAll(UUID, 'urn:uuid:*').replaceAll(origin, '')) as Record<
    string,
    unknown
  >;
}

describe('Node', () => {
  it('reads as a client what can go wrong', async () => {
    expect(await askAll(process.execPath, [])).toMatchObject({
      problem: { of: 'out of credit', kind: 'response', problem: { balance: 30 } },
      xml: { of: 'out of credit', problem: { balance: '30' } },
      page: { of: true, problem: { type: 'about:blank', status: 403 } },
      challenge: { challenges: [{ scheme: 'Bearer', params: { realm: 'orders' } }] },
      again: { text: 'at last' },
      late: { of: false, kind: 'timeout', retry: { worthwhile: true } },
      'given up': { of: false, kind: 'aborted', retry: { worthwhile: false } },
      'too long': { of: true, problem: { type: 'about:blank', status: 409 } },
      'no server': { of: false, kind: 'network' },
    });
  });

  it('answers each case in its own way', () => {
    const answers = Object.values(onNode) as Asked[];
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBeGreaterThan(18);
    expect(onNode['a 422']).toMatchObject({ status: 422 });
    expect((onNode['a 422'] as Asked).text).toContain('It has to be a number.');
  });

  it('answers as a function of a cloud', async () => {
    const answers = await invokeAll(process.execPath, ['functions.mjs']);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 404, 401, 404, 401, 404]);
  });
});

for (const [index, runtime] of RUNTIMES.entries()) {
  const command = COMMANDS[index];
  if (command === undefined) {
    describe.skip(`${runtime.name}, which can't be had`, () => {
      it('is not tested', () => undefined);
    });
    continue;
  }
  describe(runtime.name, () => {
    it('reads as a client what Node reads', async () => {
      const onIt = await askAll(command, runtime.args);
      expect(onIt).toEqual(await askAll(process.execPath, []));
    });

    it('answers as Node does', async () => {
      expect(await answerAll(command, runtime.args)).toEqual(onNode);
    });

    it.each([
      ['with Faultless', ['functions.mjs']],
      ['without', ['functions.mjs', 'bare']],
    ])('is a function of a cloud as Node is, or none at all, %s', async (_with, script) => {
      const expected = runtime.functions ? await invokeAll(process.execPath, script) : FAILED;
      expect(await invokeAll(command, [...runtime.args, ...script])).toEqual(expected);
    });
  });
}
