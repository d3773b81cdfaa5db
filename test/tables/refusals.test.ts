import { createServer } from 'node:http';
import { type GuardOptions, guardServer, handle } from '@faultless/node';
import { REFUSALS } from '../../packages/node/src/guarding/client-error-codes.js';
import { Connection } from '../harness/connection.js';
import { type Listening, listen } from '../harness/listen.js';
import { until } from '../harness/until.js';

type Refused = keyof typeof REFUSALS;

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: a\r\n';
const BAD_CODING = '400 invalid_transfer_encoding, permanent';
const BAD_HOST = '400 invalid_host, permanent';
const CONNECT = 'CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n';

/** Requests that Node's parser lets through, what they come to, and what says so: RFC 9110 unless named. */
const REQUESTS: readonly (readonly [
  refused: Refused,
  bytes: string,
  answer: string,
  source: string,
])[] = [
  ['invalidHost', 'GET / HTTP/1.1\r\n\r\n', BAD_HOST, 'RFC 9112 §3.2'],
  ['invalidHost', `${GET}Host: b\r\n\r\n`, BAD_HOST, 'RFC 9112 §3.2'],
  ['invalidHost', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n', BAD_HOST, '§7.2'],
  [
    'unsupportedVersion',
    'GET / HTTP/2.0\r\nHost: a\r\n\r\n',
    '505 unsupported_version, permanent',
    '§15.6.6',
  ],
  [
    'transferEncodingIn10',
    'POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    BAD_CODING,
    'RFC 9112 §6.1',
  ],
  [
    'endlessCoding',
    `${POST}Transfer-Encoding: gzip\r\nConnection: close\r\n\r\n`,
    BAD_CODING,
    'RFC 9112 §6.3',
  ],
  [
    'unsupportedCoding',
    `${POST}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    '501 unsupported_transfer_coding, permanent',
    'RFC 9112 §6.1',
  ],
  [
    'unmetExpectation',
    `${POST}Expect: tea\r\nContent-Length: 1\r\n\r\n`,
    '417 unmet_expectation, permanent',
    '§10.1.1',
  ],
  ['connectUnsupported', CONNECT, '501 connect_unsupported, permanent', '§9.3.6'],
];

/** What depends on the server beside the request. */
const SETTINGS: readonly (readonly [
  refused: Refused,
  options: GuardOptions & { readonly maxRequestsPerSocket?: number },
  bytes: string,
  answer: string,
])[] = [
  [
    'upgradeUnsupported',
    { unclaimedWebSockets: 'refuse' },
    `${GET}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    '501 upgrade_unsupported, permanent',
  ],
  [
    'connectionUsedUp',
    { maxRequestsPerSocket: 1, retryAfter: 7 },
    `${GET}\r\n${GET}\r\n`,
    '503 connection_used_up, temporary, after 7 s',
  ],
  [
    'tooManyConnections',
    { maxConnections: 1, retryAfter: 7 },
    `${GET}\r\n`,
    '503 too_many_connections, temporary, after 7 s',
  ],
];

let server: Listening;
let served: number;

afterEach(() => server.close());

async function start({
  maxRequestsPerSocket = 0,
  ...options
}: (typeof SETTINGS)[number][1]): Promise<void> {
  served = 0;
  const listener = handle(
    (request, response) => {
      served += 1;
      request.resume().once('end', () => response.end('ok'));
    },
    { report: () => undefined },
  );
  const guarded = guardServer(createServer(listener), { ...options, report: () => undefined });
  server = await listen(Object.assign(guarded, { maxRequestsPerSocket }));
}

/** The last of what a connection gets, in one line. */
async function ask(bytes: string): Promise<string> {
  const connection = await Connection.open(server.port);
  connection.socket.write(bytes);
  let last = await connection.read();
  if (last.status === 200) last = await connection.read();
  const { code, temporary } = last.json();
  const after = last.value('retry-after');
  connection.close();
  return [
    `${last.status} ${String(code)}`,
    temporary === true ? 'temporary' : 'permanent',
    ...(after === undefined ? [] : [`after ${after} s`]),
  ].join(', ');
}

it.each(REQUESTS)('%s: %j comes to %s (%s)', async (_refused, bytes, answer) => {
  await start({});
  expect(await ask(bytes)).toBe(answer);
});

it.each(SETTINGS)('%s: with %j, %j comes to %s', async (_refused, options, bytes, answer) => {
  await start(options);
  const other = await Connection.open(server.port);
  // A connection counts while a request of it is under way.
  if (options.maxConnections !== undefined) {
    other.socket.write(`${POST}Content-Length: 1\r\n\r\n`);
    await until(() => served === 1);
  }
  expect(await ask(bytes)).toBe(answer);
  other.close();
});

it('leaves no row without a fact', () => {
  const told = new Set([...REQUESTS, ...SETTINGS].map(([refused]) => refused));
  expect([...told].sort()).toEqual(Object.keys(REFUSALS).sort());
});
