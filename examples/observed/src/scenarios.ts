import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { arrivals, TOKEN } from './books.js';
import type { Told } from './told.js';

/** A way in which a request fails, and what each tool must hear of it. */
export interface Scenario {
  readonly title: string;
  readonly run: (port: number) => Promise<unknown>;
  readonly told: Told;
}

const NOTHING: Told = {
  lines: [],
  spans: [],
  logRecords: [],
  events: [],
  counted: [],
  durations: [],
};

const STORM = 20;

/** @param unsent the status that a response has before anything has been sent */
export const listScenarios = (unsent: number): readonly Scenario[] => [
  {
    title: 'an absent book: an expected 404',
    run: (port) => ask(port, '/books/1'),
    told: {
      ...NOTHING,
      lines: ['info GET /books/1 404 NotFound (sent 404), with a stack'],
      spans: ['404 UNSET'],
      counted: ['1 expected 404 NotFound'],
      durations: ['404'],
    },
  },
  {
    title: 'a book that is there already: a 409 by the database',
    run: (port) => ask(port, '/books/7', 'PUT'),
    told: {
      ...NOTHING,
      lines: ['info PUT /books/7 409 already_exists (sent 409), with a stack'],
      spans: ['409 UNSET'],
      counted: ['1 expected 409 already_exists'],
      durations: ['409'],
    },
  },
  {
    title: 'a fault: 500',
    run: (port) => ask(port, '/books/7/price'),
    told: {
      lines: ['error GET /books/7/price 500 TypeError (sent 500), with a stack'],
      spans: ['500 TypeError ERROR'],
      logRecords: ['ERROR no price for 7: the shop refused Bearer [redacted]'],
      events: ['TypeError 500'],
      counted: ['1 unexpected 500 TypeError'],
      durations: ['500 500'],
    },
  },
  {
    title: 'what is concealed: a 403 that leaves as a 404',
    run: (port) => ask(port, '/minutes'),
    told: {
      ...NOTHING,
      lines: ['info GET /minutes 403 Forbidden (sent 404), with a stack'],
      spans: ['404 UNSET'],
      counted: ['1 expected 403 Forbidden'],
      durations: ['404'],
    },
  },
  {
    title: 'a stream that fails half-way: cut off after a 200',
    run: (port) => ask(port, '/export').catch(() => 'cut off'),
    told: {
      lines: ['error GET /export 500 Error (truncated), with a stack'],
      spans: ['200 Error ERROR'],
      logRecords: ['ERROR The disk is gone.'],
      events: ['Error 500'],
      counted: ['1 unexpected 500 Error'],
      durations: ['200'],
    },
  },
  {
    title: 'a client that has gone: 499',
    run: leave,
    told: {
      ...NOTHING,
      // pino-http and instrumentation-http tell of the status that the response would have had.
      lines: [
        'warn response cut off',
        'info GET /wait 499 work_aborted (client-gone), with a stack',
      ],
      spans: [`${unsent} UNSET`],
      counted: ['1 expected 499 work_aborted'],
      durations: [`${unsent}`],
    },
  },
  {
    title: 'what the guard refuses: a 400 of which the application never hears',
    run: sendMalformed,
    told: {
      ...NOTHING,
      lines: ['info GET / 400 invalid_host (sent 400), with a stack'],
      counted: ['1 expected 400 invalid_host'],
    },
  },
  {
    title: 'a storm: the same fault again and again',
    run: async (port) => {
      for (let at = 0; at < STORM; at += 1) await ask(port, `/books/${at}/price`);
    },
    told: {
      lines: [
        ...[0, 1, 2].map(
          (at) => `error GET /books/${at}/price 500 TypeError (sent 500), with a stack`,
        ),
        ...Array<string>(STORM - 3).fill('error request errored'),
        'error GET /books/3/price 500 TypeError (sent 500) … 17 more, with a stack',
      ],
      spans: Array<string>(STORM).fill('500 TypeError ERROR'),
      logRecords: Array.from(
        { length: STORM },
        (_, at) => `ERROR no price for ${at}: the shop refused Bearer [redacted]`,
      ),
      events: ['TypeError 500', 'TypeError 500'],
      counted: [`${STORM} unexpected 500 TypeError`],
      durations: ['500 500'],
    },
  },
];

/** What no tool may hear of a request. */
const SECRETS = {
  authorization: `Bearer ${TOKEN}`,
  cookie: `session=${TOKEN}`,
  'user-agent': `agent of ${TOKEN}`,
};

async function ask(port: number, path: string, method = 'GET'): Promise<string> {
  const address = `http://127.0.0.1:${port}${path}?token=${TOKEN}`;
  const response = await fetch(address, { method, headers: SECRETS });
  return response.text();
}

async function leave(port: number): Promise<void> {
  const arrived = once(arrivals, 'arrived');
  const left = once(arrivals, 'left');
  const asked = request({ port, path: '/wait', host: '127.0.0.1', headers: SECRETS });
  asked.on('error', () => undefined).end();
  await arrived;
  asked.destroy();
  await left;
}

async function sendMalformed(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1').resume();
  socket.write('GET / HTTP/1.1\r\nHost: a b\r\n\r\n');
  await once(socket, 'close');
}
