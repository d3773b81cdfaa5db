import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

/** PGlite behind a port, for drivers that speak PostgreSQL's protocol to a server. */
export interface PostgresqlServer {
  readonly port: number;
  close(): void;
}

/** Numbers that a first message has in the place of the protocol's version. */
const ENCRYPTION_WANTED: ReadonlySet<number> = new Set([80_877_103, 80_877_104]);

/**
 * Starts it on a loopback port. `select … as hang` gets no answer, `select … as leave` ends the
 * connection. All its connections are one session of the database.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function startPostgresql(database: PGlite): Promise<PostgresqlServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    let started = false;
    let done = Promise.resolve();
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        // After the first, messages have a letter before their length.
        const at = started ? 1 : 0;
        const length = received.length < at + 4 ? Infinity : received.readUInt32BE(at) + at;
        if (received.length < length) return;
        const message = received.subarray(0, length);
        received = received.subarray(length);
        if (!started && ENCRYPTION_WANTED.has(message.readUInt32BE(4))) {
          socket.write('N');
          continue;
        }
        const ending = started && message[0] === 0x58;
        started = true;
        if (ending) return;
        if (message.includes(' as hang')) return;
        if (message.includes(' as leave')) {
          socket.destroy();
          return;
        }
        done = done.then(async () => {
          socket.write(await database.execProtocolRaw(message));
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
