import { exec } from 'node:child_process';
import { createRequire } from 'node:module';
import { connect } from 'node:tls';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Busboy } from '@fastify/busboy';
import { Client } from 'basic-ftp';
import patches from 'fast-json-patch';
import { CANARY, type FamilyCase } from './family-case.js';
import { startSilent, startTcp, type TcpServer } from './tcp-server.js';

const require = createRequire(import.meta.url);
const AsyncLock = require('async-lock') as new (
  options: object,
) => { acquire(key: string, work: () => unknown): Promise<unknown> };
const ldapjs = require('ldapjs') as Readonly<
  Record<string, new (message: string, dn?: string) => Error>
>;
const qs = require('qs') as { parse(text: string, options: object): unknown };

/** Talks to a server of another protocol, until it fails. */
async function fail(
  start: () => Promise<TcpServer>,
  by: (port: number) => Promise<unknown>,
): Promise<unknown> {
  const server = await start();
  try {
    return await by(server.port);
  } finally {
    server.close();
  }
}

const greeting = (text: string) => () => startTcp(undefined, (socket) => socket.write(text));

const byFtp =
  (ask: (client: Client) => Promise<unknown>) =>
  async (port: number): Promise<unknown> => {
    const client = new Client(50);
    try {
      await client.access({ host: '127.0.0.1', port });
      return await ask(client);
    } finally {
      client.close();
    }
  };

const encrypted = (port: number): Promise<never> =>
  new Promise((_, reject) => {
    connect(port, '127.0.0.1').on('error', reject);
  });

const exhausted = (): Promise<never> =>
  new Promise((_, reject) => {
    new Worker('const all = []; for (;;) all.push(new Array(1e5).fill(1));', {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 8 },
    }).on('error', reject);
  });

const locking = (options: object): Promise<unknown> => {
  const lock = new AsyncLock(options);
  const hold = (): Promise<unknown> => {
    const held = lock.acquire(CANARY, () => new Promise((resolve) => setTimeout(resolve, 200)));
    held.catch(() => undefined);
    return held;
  };
  const first = hold();
  if (!('maxOccupationTime' in options)) void hold();
  return 'maxOccupationTime' in options ? first : lock.acquire(CANARY, () => undefined);
};

const ldap = (name: string) => (): never => {
  throw new (ldapjs[name] as (typeof ldapjs)[string])(CANARY, `cn=${CANARY}`);
};

const upload = (body: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const busboy = new Busboy({ headers: { 'content-type': 'multipart/form-data; boundary=X' } });
    busboy.on('error', reject);
    busboy.on('finish', () => {
      resolve(undefined);
    });
    busboy.end(body);
  });

type Plain = readonly [
  library: string,
  what: string,
  taken: `${FamilyCase['mapper']}: ${string}`,
  raise: () => unknown,
];

/** Errors of which little but a name, a number or the words tells whose fault they are. */
const CASES: readonly Plain[] = [
  [
    'qs',
    'too deep',
    'body-parser: 400 body_nested_too_deep',
    () => qs.parse(`a[${CANARY}][c]=1`, { depth: 1, strictDepth: true }),
  ],
  [
    'qs',
    'too many parameters',
    'body-parser: 413 parameters_too_many',
    () => qs.parse(`a=${CANARY}&b=1`, { parameterLimit: 1, throwOnLimitExceeded: true }),
  ],
  [
    'qs',
    'too long a list',
    'body-parser: 413 parameters_too_many',
    () => qs.parse(`a=${CANARY}&a=1&a=1`, { arrayLimit: 1, throwOnLimitExceeded: true }),
  ],
  [
    '@fastify/busboy',
    'a form that breaks off',
    'busboy: 400 form_malformed',
    () => upload(`--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n${CANARY}`),
  ],
  [
    '@fastify/busboy',
    'another type',
    'busboy: 415 media_type_unsupported',
    () => new Busboy({ headers: { 'content-type': 'text/plain' } }),
  ],
  [
    'fast-json-patch',
    'a test that fails',
    'object-mappers: 409 changed_meanwhile',
    () => patches.applyPatch({ a: 1 }, [{ op: 'test', path: '/a', value: CANARY }], true),
  ],
  [
    'fast-json-patch',
    'a path to nowhere',
    'object-mappers: 422 value_not_accepted',
    () => patches.applyPatch({ a: 1 }, [{ op: 'replace', path: `/${CANARY}/b`, value: 1 }], true),
  ],
  [
    'basic-ftp',
    'too many users',
    'smtp: 503 upstream_unavailable',
    () =>
      fail(
        greeting(`421 ${CANARY}\r\n`),
        byFtp(() => Promise.resolve()),
      ),
  ],
  [
    'basic-ftp',
    'a server that refuses us',
    'smtp: 502 upstream_failed',
    () =>
      fail(
        greeting(`530 ${CANARY}\r\n`),
        byFtp(() => Promise.resolve()),
      ),
  ],
  [
    'basic-ftp',
    'no greeting',
    'upstream: 504 upstream_timeout',
    () =>
      fail(
        startSilent,
        byFtp(() => Promise.resolve()),
      ),
  ],
  ['ldapjs', 'a server that is busy', 'kinds: 503 dependency_unavailable', ldap('BusyError')],
  ['ldapjs', 'a time limit', 'kinds: 504 dependency_timeout', ldap('TimeLimitExceededError')],
  [
    'ldapjs',
    'an entry that is there',
    'object-mappers: 409 already_exists',
    ldap('EntryAlreadyExistsError'),
  ],
  [
    'async-lock',
    'a lock that somebody holds',
    'kinds: 503 transaction_conflict',
    () => locking({ timeout: 20 }),
  ],
  [
    'async-lock',
    'too many who wait',
    'kinds: 503 server_exhausted',
    () => locking({ maxPending: 1 }),
  ],
  [
    'async-lock',
    'one who does not let go',
    'kinds: 504 dependency_timeout',
    () => locking({ maxOccupationTime: 20 }),
  ],
  [
    'node:child_process',
    'a command that takes too long',
    'deadline: 504 deadline_exceeded',
    () => promisify(exec)(`sleep 5 # ${CANARY}`, { timeout: 50 }),
  ],
  [
    'node:tls',
    'a server without TLS',
    'kinds: 503 dependency_unavailable',
    () => fail(greeting(`-ERR ${CANARY}\r\n`), encrypted),
  ],
  ['node:worker_threads', 'a worker without memory', 'kinds: 503 server_exhausted', exhausted],
];

export const PLAIN_CASES: readonly FamilyCase[] = CASES.map(([library, what, taken, raise]) => {
  const [mapper, answer] = taken.split(': ') as [FamilyCase['mapper'], string];
  return { library, what, mapper, raise, answer };
});
