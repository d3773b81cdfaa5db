import type { AddressInfo, Server } from 'node:net';
import mysql from 'mysql2';

/** mysql2's own server: it speaks the protocol, and fails in the way that a statement names. */
export interface MysqlServer {
  readonly port: number;
  close(): void;
}

/** What the driver's types leave out of a connection of the server. */
interface ServerConnection {
  serverHandshake(options: object): void;
  on(event: 'query' | 'stmt_prepare', run: (statement: string) => void): void;
  on(event: 'error', run: () => void): void;
  writeError(error: { code: number; message: string }): void;
  writeOk(): void;
  writeTextResult(rows: object[], columns: object[]): void;
  stream: { destroy(): void };
  _resetSequenceId(): void;
}

/** Everything but compression and encryption. */
const CAPABILITIES = 0xffffff & ~(1 << 5) & ~(1 << 11);
const UTF8 = 45;

/**
 * Starts it on a loopback port. `fail 1062 …` is refused with that number and all of the statement,
 * `hang` gets no answer, `leave` ends the connection, `select … as name` has one row.
 */
export async function startMysql(): Promise<MysqlServer> {
  const open = new Set<ServerConnection>();
  const server = mysql.createServer((_connection) => undefined);
  server.on('connection', (connection: unknown) => {
    const client = connection as ServerConnection;
    open.add(client);
    client.serverHandshake({
      protocolVersion: 10,
      serverVersion: '8.4.0',
      connectionId: open.size,
      statusFlags: 2,
      characterSet: UTF8,
      capabilityFlags: CAPABILITIES,
      authCallback: (_credentials: unknown, accept: (error: null) => void) => {
        accept(null);
        client._resetSequenceId();
      },
    });
    client.on('error', () => undefined);
    client.on('query', (statement) => {
      answer(client, statement);
    });
    client.on('stmt_prepare', (statement) => {
      answer(client, statement);
    });
  });
  const { _server: listening } = server as unknown as { _server: Server };
  listening.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => {
      listening.close();
      for (const { stream } of open) stream.destroy();
    },
  };
}

function answer(client: ServerConnection, statement: string): void {
  const number = /^\W*fail (\d+)/.exec(statement)?.[1];
  const column = /\bas `?(\w+)/i.exec(statement)?.[1];
  if (number !== undefined) client.writeError({ code: Number(number), message: statement });
  else if (statement.startsWith('leave')) client.stream.destroy();
  else if (column !== undefined) client.writeTextResult([{ [column]: '8.4.0' }], [text(column)]);
  else if (!statement.startsWith('hang')) client.writeOk();
  // Each command counts its packets from nought.
  client._resetSequenceId();
}

function text(name: string): object {
  return {
    catalog: 'def',
    schema: '',
    table: '',
    orgTable: '',
    name,
    orgName: '',
    characterSet: UTF8,
    columnLength: 99,
    columnType: 253,
    type: 253,
    flags: 0,
    decimals: 0,
  };
}
