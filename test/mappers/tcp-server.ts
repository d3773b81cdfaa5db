import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server of a protocol that a test speaks as far as it needs. */
export interface TcpServer {
  readonly port: number;
  close(): void;
}

/**
 * Listens on a loopback port.
 *
 * @param speak what it writes for what has come in; nothing where that is undefined
 * @param greet what it does with a new connection
 */
export async function startTcp(
  speak: (received: string, socket: Socket) => string | undefined = () => undefined,
  greet: (socket: Socket) => void = () => undefined,
): Promise<TcpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      const answer = speak(String(chunk), socket);
      if (answer !== undefined) socket.write(answer);
    });
    greet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Accepts connections and says nothing. */
export const startSilent = (): Promise<TcpServer> => startTcp();

/** Hangs up on whoever connects. */
export const startHangingUp = (): Promise<TcpServer> =>
  startTcp(undefined, (socket) => socket.destroy());

/**
 * A Redis server that greets its clients, and replies to GET what the key says: `get:LOADING x` fails
 * with `LOADING x`, `hang` gets no reply, `leave` ends the connection.
 *
 * @see https://redis.io/docs/latest/develop/reference/protocol-spec/
 */
export function startRedis(): Promise<TcpServer> {
  return startTcp((received, socket) => {
    const commands = received.split(/^(?=\*\d+\r\n\$)/m);
    const replies = commands.map((command) => {
      if (/^HELLO\r?$/im.test(command)) return '*0\r\n';
      const key = /^GET\r\n\$\d+\r\n([^\r]+)/im.exec(command)?.[1];
      if (key === undefined || /\bCLIENT\b/i.test(command)) return '+OK\r\n';
      if (key === 'leave') socket.destroy();
      return key === 'hang' || key === 'leave' ? '' : `-${key}\r\n`;
    });
    return socket.destroyed ? undefined : replies.join('');
  });
}

/**
 * A NATS server. Requests to `nobody` are told that nobody responds, all others wait.
 *
 * @see https://docs.nats.io/reference/reference-protocols/nats-protocol
 */
export function startNats(): Promise<TcpServer> {
  let subscription = '1';
  const info = { server_id: 'x', version: '2.10.0', headers: true, proto: 1, max_payload: 1024 };
  return startTcp(
    (received) => {
      subscription = /SUB \S+ (\d+)/.exec(received)?.[1] ?? subscription;
      const inbox = /PUB nobody (\S+) /.exec(received)?.[1];
      const pong = received.includes('PING') ? 'PONG\r\n' : '';
      if (inbox === undefined) return pong;
      return `${pong}HMSG ${inbox} ${subscription} 16 16\r\nNATS/1.0 503\r\n\r\n\r\n`;
    },
    (socket) => socket.write(`INFO ${JSON.stringify(info)}\r\n`),
  );
}

/**
 * A mail server that refuses a command as the sender's name says: `RCPT-450@example.com`. `DOT` is the
 * end of the mail.
 *
 * @see RFC 5321
 */
export function startSmtp(): Promise<TcpServer> {
  let refusal: RegExpExecArray | null = null;
  return startTcp(
    (received) => {
      const command = received.endsWith('\r\n.\r\n') ? 'DOT' : received.slice(0, 4).toUpperCase();
      if (command === 'MAIL') refusal = /<(\w+)-(\d+)@/.exec(received);
      if (command === refusal?.[1]) return `${refusal[2]} kanari\r\n`;
      if (command === 'DATA') return '354 go on\r\n';
      return /^(?:EHLO|HELO|MAIL|RCPT|QUIT|DOT)$/.test(command) ? '250 fine\r\n' : undefined;
    },
    (socket) => socket.write('220 hello\r\n'),
  );
}
