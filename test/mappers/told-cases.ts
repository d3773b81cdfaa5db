import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { connect } from '@planetscale/database';
import { Api } from 'grammy';
import Typesense from 'typesense';
import { CANARY, type FamilyCase } from './family-case.js';
import { startSilent } from './tcp-server.js';

const require = createRequire(import.meta.url);
const { InternalOAuthError, TokenError } = require('passport-oauth2') as {
  InternalOAuthError: new (message: string, error: unknown) => Error;
  TokenError: new (message: string, code: string) => Error;
};

/** Asks a server that answers everything alike. */
async function ask(
  status: number,
  body: unknown,
  by: (origin: string, port: number) => unknown,
): Promise<unknown> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await by(`http://127.0.0.1:${port}`, port);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const QUIET = { log: { level: ClickHouseLogLevel.OFF } };

async function waitForClickhouse(): Promise<unknown> {
  const silent = await startSilent();
  const client = createClient({
    ...QUIET,
    url: `http://127.0.0.1:${silent.port}`,
    request_timeout: 50,
  });
  try {
    return await client.query({ query: `select '${CANARY}'` });
  } finally {
    silent.close();
    await client.close();
  }
}

/** What ClickHouse says, in its way, over HTTP. */
const askClickhouse = (code: number, name: string): Promise<unknown> =>
  ask(500, `Code: ${code}. DB::Exception: ${CANARY}. (${name}) (version 25.8)`, async (url) => {
    const client = createClient({ ...QUIET, url });
    try {
      return await client.query({ query: 'select 1' });
    } finally {
      await client.close();
    }
  });

const vitess = (status: number, error: object): Promise<unknown> =>
  ask(status, status === 200 ? { session: {}, error } : error, (origin) =>
    connect({
      ...{ host: 'db.example', username: 'u', password: CANARY },
      fetch: (_url: string, init: object) => fetch(origin, init),
    } as never).execute('select 1'),
  );

/** What everybody's first client of fetch throws. */
const handmade = (status: number, say: (response: Response) => string): Promise<unknown> =>
  ask(status, {}, async (origin) => {
    const response = await fetch(origin);
    if (!response.ok) throw new Error(say(response));
  });

const failing =
  (members: object, message = CANARY): (() => never) =>
  () => {
    throw Object.assign(new Error(message), members);
  };

/** As jsforce calls it. */
class HttpApiError extends Error {}

const REFUSED = { code: 'ECONNREFUSED', syscall: 'connect', errno: -111 };

type Told = readonly [library: string, what: string, answer: string, raise: () => unknown];

const FAILED = '502 upstream_failed';
const BUSY = '503 upstream_unavailable';

const UPSTREAM: readonly Told[] = [
  [
    'fetch',
    'HTTP error! status',
    FAILED,
    () => handmade(404, (r) => `HTTP error! status: ${r.status}`),
  ],
  ['fetch', 'Response status', BUSY, () => handmade(429, (r) => `Response status: ${r.status}`)],
  ['fetch', 'not ok', FAILED, () => handmade(500, () => 'Network response was not ok')],
  [
    'typesense',
    'no such collection',
    FAILED,
    () =>
      ask(404, { message: CANARY }, (_, port) =>
        new Typesense.Client({
          nodes: [{ host: '127.0.0.1', port, protocol: 'http' }],
          apiKey: CANARY,
          numRetries: 0,
          logLevel: 'silent',
        })
          .collections('orders')
          .retrieve(),
      ),
  ],
  [
    'grammy',
    'a bot that was blocked',
    FAILED,
    () =>
      ask(403, { ok: false, error_code: 403, description: CANARY }, (apiRoot) =>
        new Api('1:x', { apiRoot }).sendMessage(1, 'x'),
      ),
  ],
  [
    'grammy',
    'too many messages',
    BUSY,
    () =>
      ask(429, { ok: false, error_code: 429, description: CANARY }, (apiRoot) =>
        new Api('1:x', { apiRoot }).sendMessage(1, 'x'),
      ),
  ],
  ['@clickhouse/client', 'no answer in time', '504 upstream_timeout', waitForClickhouse],
  ['@planetscale/database', 'our password', FAILED, () => vitess(401, { message: CANARY })],
  [
    'passport-oauth2',
    'a token endpoint that refuses us',
    FAILED,
    failing(new InternalOAuthError(CANARY, { statusCode: 401, data: CANARY })),
  ],
  [
    'passport-oauth2',
    'a token endpoint that is down',
    FAILED,
    failing(new InternalOAuthError(CANARY, Object.assign(new Error(CANARY), REFUSED))),
  ],
  // As the libraries build them, of what their services say.
  [
    'cloudinary',
    'of its API',
    FAILED,
    () => Promise.reject({ error: { message: CANARY, http_code: 404 } }),
  ],
  [
    'cloudinary',
    'an upload',
    BUSY,
    () => Promise.reject({ message: CANARY, name: 'Error', http_code: 429 }),
  ],
  [
    '@slack/web-api',
    'no such channel',
    FAILED,
    failing({ code: 'slack_webapi_platform_error', data: { ok: false, error: CANARY } }),
  ],
  [
    'mailgun.js',
    'our key',
    FAILED,
    failing({ status: 401, type: 'MailgunAPIError', details: CANARY }),
  ],
  ['ollama', 'no such model', FAILED, failing({ name: 'ResponseError', status_code: 404 })],
  [
    'node-appwrite',
    'too many requests',
    BUSY,
    failing({ name: 'AppwriteException', code: 429, type: CANARY, response: CANARY }),
  ],
  [
    '@apollo/client',
    'errors of a server',
    FAILED,
    failing({ name: 'CombinedGraphQLErrors', errors: [{ message: CANARY }], data: null }),
  ],
  [
    'jsforce',
    'no such record',
    FAILED,
    () => {
      throw Object.assign(new HttpApiError(CANARY), {
        name: 'NOT_FOUND',
        errorCode: 'NOT_FOUND',
        data: [],
      });
    },
  ],
  [
    '@huggingface/inference',
    'a model that is loaded',
    BUSY,
    failing({ httpResponse: { status: 503, requestId: CANARY, body: CANARY } }),
  ],
  [
    '@langchain/core',
    'what a model said',
    FAILED,
    failing({ lc_error_code: 'OUTPUT_PARSING_FAILURE' }),
  ],
  [
    '@opensearch-project/opensearch',
    'a page in place of JSON',
    FAILED,
    failing({ name: 'DeserializationError', data: `<html>${CANARY}` }),
  ],
];

export const TOLD_CASES: readonly FamilyCase[] = [
  ...UPSTREAM.map(
    ([library, what, answer, raise]): FamilyCase => ({
      ...{ library, what, answer, raise },
      mapper: 'upstream',
      // Of these, the words are all that there is.
      ...(library === 'fetch' && { bare: true }),
    }),
  ),
  {
    library: '@clickhouse/client',
    what: 'a time limit of the server',
    mapper: 'kinds',
    raise: () => askClickhouse(159, 'TIMEOUT_EXCEEDED'),
    answer: '504 dependency_timeout',
  },
  {
    library: '@clickhouse/client',
    what: 'too many queries',
    mapper: 'kinds',
    raise: () => askClickhouse(202, 'TOO_MANY_SIMULTANEOUS_QUERIES'),
    answer: '503 server_exhausted',
  },
  {
    library: '@clickhouse/client',
    what: 'a mistake in a statement',
    mapper: 'kinds',
    raise: () => askClickhouse(62, 'SYNTAX_ERROR'),
    answer: '500',
    bare: true,
  },
  {
    library: '@planetscale/database',
    what: 'a duplicate',
    mapper: 'mysql',
    raise: () =>
      vitess(200, {
        message: `target: x.-.primary: vttablet: rpc error: code = AlreadyExists desc = Duplicate entry '${CANARY}' for key 'mail' (errno 1062) (sqlstate 23000)`,
        code: 'ALREADY_EXISTS',
      }),
    answer: '409 already_exists',
  },
  {
    library: 'passport-oauth2',
    what: 'a code that is spent',
    mapper: 'oauth',
    raise: failing(new TokenError(CANARY, 'invalid_grant')),
    answer: '400',
  },
  {
    library: 'passport-oauth2',
    what: 'our secret',
    mapper: 'http-errors',
    raise: failing(new TokenError(CANARY, 'invalid_client')),
    answer: '500',
    bare: true,
  },
];
