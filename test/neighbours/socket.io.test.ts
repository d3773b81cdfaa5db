import { createServer } from 'node:http';
import { errorHandler, guardServer, notFound, type Report } from '@faultless/express';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { type Listening, listen } from '../harness/listen.js';
import { within } from '../harness/within.js';
import { EXPRESSES } from './support/apps.js';

describe.each(EXPRESSES)('socket.io beside a guard and %s', (_name, create) => {
  const reports: Report[] = [];
  let sockets: Server;
  let listening: Listening;

  beforeAll(async () => {
    const report = (one: Report): void => void reports.push(one);
    const app = create();
    app.use(notFound());
    app.use(errorHandler({ report }));
    const server = guardServer(createServer(app), { report });
    sockets = new Server(server);
    sockets.on('connection', (socket) => {
      socket.on('ask', (what: string, answer: (heard: string) => void) => {
        answer(`heard ${what}`);
      });
    });
    listening = await listen(server);
  });
  beforeEach(() => {
    reports.length = 0;
  });
  afterAll(async () => {
    await sockets.close();
    await listening.close();
  });

  it.each(['polling', 'websocket'])('talks by %s', async (transport) => {
    const client = io(listening.origin, { transports: [transport], reconnection: false });
    const heard = new Promise((resolve, reject) => {
      client.once('connect_error', reject);
      client.emit('ask', 'hello', resolve);
    });
    expect(await within(heard, () => 'an acknowledgement')).toBe('heard hello');
    client.disconnect();
    expect(reports).toEqual([]);
  });

  it('answers its own errors itself, once', async () => {
    const answer = await listening.request({ path: '/socket.io/?EIO=4&transport=none' });
    expect([answer.status, answer.json()]).toEqual([
      400,
      { code: 0, message: 'Transport unknown' },
    ]);
    expect(reports).toEqual([]);
  });

  it('leaves the rest to the app', async () => {
    const answer = await listening.request({ path: '/orders' });
    expect([answer.status, answer.json().status]).toEqual([404, 404]);
    expect(reports).toMatchObject([{ sentStatus: 404 }]);
  });

  it('is no reason to leave a broken request unanswered', async () => {
    const answer = await listening.raw('GET /socket.io/ HTTP/1.1\r\nno colon\r\n\r\n', {
      untilClosed: true,
    });
    expect([answer.status, answer.json().code]).toEqual([400, 'invalid_header']);
  });
});
