import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Load } from './client.js';
import type { Scenario } from './scenarios.js';

/** How long the first answer may take to come in whole, in milliseconds: its size is that of all others. */
const FIRST_ANSWER = 150;

/**
 * Connections over HTTP/1.1 that stay open, each with one request under way. A client that knows how many
 * bytes an answer has reads nothing but their count, so that one core of it outruns every server here, also
 * by HEAD, which wrk and autocannon can't send; and a turn may be as short as it likes, since nothing starts.
 *
 * @throws {Error} from `load`, when an answer has another length than the first, or the server hangs up
 */
export async function connectHttp1(
  port: number,
  scenario: Scenario,
  connections: number,
): Promise<Client> {
  const message = messageOf(scenario);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const [first] = sockets;
  if (first === undefined) throw new RangeError('connections: there must be at least one');
  const size = await sizeOfAnswer(first, message);
  return {
    load: async (seconds) => {
      // A server closes what has been idle for some seconds, while others take their turns.
      for (const [at, socket] of sockets.entries()) {
        if (socket.destroyed || socket.readableEnded) sockets[at] = await open(port);
      }
      return load(sockets, { message, size, seconds });
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function messageOf({ method, path, headers }: Scenario): Buffer {
  const fields = Object.entries({ Host: '127.0.0.1', ...headers });
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

async function sizeOfAnswer(socket: Socket, message: Buffer): Promise<number> {
  let size = 0;
  const count = (chunk: Buffer): void => {
    size += chunk.length;
  };
  socket.on('data', count).write(message);
  await sleep(FIRST_ANSWER);
  socket.off('data', count);
  if (size === 0) throw new Error(`${String(message)}was not answered within ${FIRST_ANSWER} ms`);
  return size;
}

interface Turn {
  readonly message: Buffer;
  readonly size: number;
  readonly seconds: number;
}

async function load(sockets: readonly Socket[], turn: Turn): Promise<Load> {
  const begun = performance.now();
  const end = begun + turn.seconds * 1000;
  const counts = await Promise.all(sockets.map((socket) => repeat(socket, turn, end)));
  const requests = counts.reduce((sum, count) => sum + count, 0);
  return { requests, rate: (requests * 1000) / (performance.now() - begun) };
}

/** Sends one request after the other until then, and waits for the last one's answer. */
function repeat(socket: Socket, { message, size }: Turn, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let requests = 0;
    let left = size;
    const settle = (problem?: string): void => {
      socket.off('data', read).off('close', hangUp);
      if (problem === undefined) resolve(requests);
      else reject(new Error(`${String(message)}${problem}`));
    };
    const hangUp = (): void => {
      settle('was not answered: the server has hung up');
    };
    const read = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left > 0) return;
      requests += 1;
      if (left < 0) settle(`was answered with ${size - left} bytes, and ${size} the first time`);
      else if (performance.now() >= end) settle();
      else send();
    };
    const send = (): void => {
      left = size;
      socket.write(message);
    };
    socket.on('data', read).on('close', hangUp);
    send();
  });
}
