import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectAmqp, IllegalOperationError } from 'amqplib';
import { request as gaxios } from 'gaxios';
import { Kafka, logLevel } from 'kafkajs';
import mqtt from 'mqtt';
import { connect as connectNats } from 'nats';
import needle from 'needle';
import nodemailer from 'nodemailer';
import { answerCases } from './answer-cases.js';
import { type BadUpstream, closedPort, startBadUpstream } from './bad-upstream.js';
import {
  startHangingUp,
  startNats,
  startSilent,
  startSmtp,
  startTcp,
  type TcpServer,
} from './tcp-server.js';

let silent: TcpServer;
let hangingUp: TcpServer;
let natsServer: TcpServer;
let smtpServer: TcpServer;
let upstream: BadUpstream;
let closed: number;

beforeAll(async () => {
  silent = await startSilent();
  hangingUp = await startHangingUp();
  natsServer = await startNats();
  smtpServer = await startSmtp();
  upstream = await startBadUpstream();
  closed = await closedPort();
});

afterAll(() => {
  for (const server of [silent, hangingUp, natsServer, smtpServer, upstream]) server.close();
});

/** For a server that says nothing, soon over; for any other, more than a busy machine takes. In milliseconds. */
const patience = (port: number): number => (port === silent.port ? 60 : 5_000);

function kafka(port: number): Kafka {
  return new Kafka({
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    connectionTimeout: patience(port),
    retry: { retries: 1, initialRetryTime: 5 },
  });
}

const send = (port: number): Promise<unknown> =>
  kafka(port)
    .producer()
    .send({ topic: 'kanari', messages: [{ value: 'kanari' }] });

describe('Kafka', () => {
  answerCases([
    ['no broker', '503 dependency_unavailable', () => kafka(closed).producer().connect()],
    [
      'a broker that hangs up',
      '503 dependency_unavailable',
      () => kafka(hangingUp.port).producer().connect(),
    ],
    ['a producer that is not connected', '503 dependency_unavailable', () => send(closed)],
  ]);
});

async function askNats(subject: string, port = natsServer.port): Promise<void> {
  const connection = await connectNats({
    servers: `127.0.0.1:${port}`,
    reconnect: false,
    timeout: patience(port),
  });
  try {
    if (subject === 'closed') await connection.close();
    await connection.request(subject, 'kanari', { timeout: subject === 'somebody' ? 60 : 5_000 });
  } finally {
    await connection.close();
  }
}

describe('NATS', () => {
  answerCases([
    ['no server', '503 dependency_unavailable', () => askNats('x', closed)],
    ['a server that says nothing', '504 upstream_timeout', () => askNats('x', silent.port)],
    ['nobody who responds', '503 dependency_unavailable', () => askNats('nobody')],
    ['a response that does not come', '504 upstream_timeout', () => askNats('somebody')],
    ['a closed connection', '503 database_unavailable', () => askNats('closed')],
  ]);
});

async function publishOffline(): Promise<void> {
  const client = mqtt.connect(`mqtt://127.0.0.1:${closed}`, {
    reconnectPeriod: 0,
    queueQoSZero: false,
  });
  client.on('error', () => undefined);
  try {
    await client.publishAsync('kanari', 'x');
  } finally {
    client.end(true);
  }
}

async function publishWhileEnding(): Promise<void> {
  const client = mqtt.connect(`mqtt://127.0.0.1:${closed}`, { reconnectPeriod: 0 });
  client.on('error', () => undefined);
  client.end(true);
  await client.publishAsync('kanari', 'x');
}

describe('RabbitMQ and MQTT', () => {
  const amqp = (port: number) =>
    connectAmqp(`amqp://127.0.0.1:${port}`, { timeout: patience(port) });
  answerCases([
    ['amqplib: no server', '503 dependency_unavailable', () => amqp(closed)],
    ['amqplib: a server that hangs up', '503 dependency_unavailable', () => amqp(hangingUp.port)],
    ['amqplib: a server that says nothing', '504 dependency_timeout', () => amqp(silent.port)],
    [
      'amqplib: a channel that is closed',
      '503 dependency_unavailable',
      () => {
        throw new IllegalOperationError('Channel closed', 'kanari');
      },
    ],
    [
      'mqtt: no server',
      '503 dependency_unavailable',
      () => mqtt.connectAsync(`mqtt://127.0.0.1:${closed}`, { reconnectPeriod: 0 }),
    ],
    [
      'mqtt: a server that says nothing',
      '504 dependency_timeout',
      () =>
        mqtt.connectAsync(`mqtt://127.0.0.1:${silent.port}`, {
          reconnectPeriod: 0,
          connectTimeout: 60,
        }),
    ],
    ['mqtt: offline', '503 dependency_unavailable', publishOffline],
    ['mqtt: at its end', '503 dependency_unavailable', publishWhileEnding],
  ]);
});

/** @param from tells the server what to refuse */
function mail(from: string, port = smtpServer.port): Promise<unknown> {
  return nodemailer
    .createTransport({ host: '127.0.0.1', port, ignoreTLS: true, greetingTimeout: patience(port) })
    .sendMail({ from: `${from}@example.com`, to: 'kanari@example.com', text: 'x' });
}

async function mailOverClosedPool(): Promise<void> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: closed, pool: true });
  transport.close();
  await transport.sendMail({ from: 'a@example.com', to: 'kanari@example.com', text: 'x' });
}

describe('Mail', () => {
  answerCases([
    ['no server', '503 dependency_unavailable', () => mail('a', closed)],
    ['a server that hangs up', '503 dependency_unavailable', () => mail('a', hangingUp.port)],
    ['a server that says nothing', '504 dependency_timeout', () => mail('a', silent.port)],
    ['a closed pool', '503 dependency_unavailable', mailOverClosedPool],
    ['a sender refused for the moment', '503 upstream_unavailable', () => mail('MAIL-421')],
    ['a recipient refused for the moment', '503 upstream_unavailable', () => mail('RCPT-450')],
    ['a recipient refused for good', '502 upstream_failed', () => mail('RCPT-550')],
    ['a mail refused for good', '502 upstream_failed', () => mail('DOT-554')],
  ]);
});

const half = () =>
  startTcp(
    () => 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );

describe('HTTP clients whose own timer runs out', () => {
  answerCases([
    [
      'gaxios',
      '504 upstream_timeout',
      () => gaxios({ url: upstream.url('never'), timeout: 60, retry: false }),
    ],
    [
      'needle',
      '504 upstream_timeout',
      () => needle('get', upstream.url('never'), { response_timeout: 60 }),
    ],
    [
      'needle, of a server that hangs up',
      '502 upstream_failed',
      () => needle('get', upstream.url('hang-up')),
    ],
    [
      'needle, in the middle of an answer',
      '504 dependency_timeout',
      async () => {
        const server = await half();
        try {
          await needle('get', `http://127.0.0.1:${server.port}/`, { read_timeout: 60 });
        } finally {
          await sleep(1);
          server.close();
        }
      },
    ],
  ]);
});
