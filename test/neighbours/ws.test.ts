import { createServer, type Server } from 'node:http';
import { guardServer, handle, NotFound, type Report } from '@faultless/node';
import { WebSocket, WebSocketServer } from 'ws';
import { Server as Server7 } from 'ws7';
import { type Listening, listen } from '../harness/listen.js';
import { until } from '../harness/until.js';
import { within } from '../harness/within.js';

const HANDSHAKE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

describe.each([
  ['ws 8', WebSocketServer],
  ['ws 7', Server7],
])('%s beside a guard', (_version, Sockets) => {
  const reports: Report[] = [];
  const report = (one: Report): void => void reports.push(one);
  let server: Server;
  let sockets: InstanceType<typeof Sockets>;
  let listening: Listening;

  beforeAll(async () => {
    const app = handle(
      () => {
        throw new NotFound();
      },
      { report },
    );
    server = guardServer(createServer(app), { report, maxConnections: 3, upgradeTimeout: 1 });
    sockets = new Sockets({ server, path: '/chat' });
    sockets.on('connection', (socket) => {
      socket.on('message', (message) => {
        socket.send(`heard ${(message as Buffer).toString()}`);
      });
    });
    listening = await listen(server);
  });
  beforeEach(() => {
    reports.length = 0;
  });
  afterAll(async () => {
    sockets.close();
    await listening.close();
  });

  async function talk(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${listening.port}/chat`);
    const heard = new Promise((resolve, reject) => {
      socket.once('message', (message) => {
        resolve((message as Buffer).toString());
      });
      socket.once('error', reject);
    });
    socket.once('open', () => {
      socket.send('hello');
    });
    expect(await within(heard, () => 'an echo')).toBe('heard hello');
    return socket;
  }

  async function hangUp(socket: WebSocket): Promise<void> {
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close();
    await within(closed, () => 'the end of a WebSocket');
  }

  it('talks', async () => {
    await hangUp(await talk());
    expect(reports).toEqual([]);
  });

  it('refuses another path itself, once', async () => {
    const connection = await listening.connect();
    connection.send({ path: '/other', headers: HANDSHAKE });
    const answer = await connection.read();
    await connection.closed;
    expect([answer.status, connection.unread.length]).toEqual([400, 0]);
    expect(reports).toEqual([]);
  });

  it('leaves what asks for no upgrade to the app', async () => {
    const answer = await listening.request({ path: '/chat' });
    expect([answer.status, answer.json().status]).toEqual([404, 404]);
    expect(reports).toMatchObject([{ sentStatus: 404, outcome: 'sent' }]);
  });

  it('gets no handshake that is broken', async () => {
    const { Connection, Upgrade } = HANDSHAKE;
    const answer = await listening.raw(
      `GET /chat HTTP/1.1\r\nConnection: ${Connection}\r\nUpgrade: ${Upgrade}\r\n\r\n`,
      { untilClosed: true },
    );
    expect([answer.status, answer.json().code]).toEqual([400, 'invalid_host']);
  });

  it('counts as long as it is open', async () => {
    const open = [await talk(), await talk(), await talk()];
    const answer = await listening.request({ path: '/' });
    expect([answer.status, answer.json().code]).toEqual([503, 'too_many_connections']);
    await Promise.all(open.map(hangUp));
    await until(() => sockets.clients.size === 0);
    await until(() => reports.length > 0);
    expect((await listening.request({ path: '/' })).status).toBe(404);
  });
});
