import { once } from 'node:events';
import { createSecureServer, createServer, type Http2Server } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { ContentTooLarge, guardServer, handle, type Report } from '@faultless/node';
import { connectHttp2 } from '../harness/connect-http2.js';
import { LOCALHOST } from '../harness/localhost.js';
import { BROKEN_STREAMS, type BrokenStream } from './corpus/http2.js';
import {
  data,
  END_HEADERS,
  END_STREAM,
  frame,
  number,
  PREFACE,
  readFrames,
  request,
  setting,
  TYPES,
} from './load/http2-frames.mjs';

const SETTINGS = frame(TYPES.SETTINGS, 0, 0);
const INTERNAL_ERROR = 2;
const PADDED = 8;

/** What one stream, or the session as stream 0, came to. */
interface Course {
  content: string;
  ended?: true;
  reset?: number;
  goaway?: number;
}

/** A client that writes frames and looks at those that come. */
class RawSession {
  readonly #courses = new Map<number, Course>();
  #came: Buffer = Buffer.alloc(0);
  greeted = false;
  closed = false;

  constructor(
    readonly socket: Socket,
    readonly onChange: () => void = () => undefined,
  ) {
    socket.on('data', (piece: Buffer) => {
      const { frames, rest } = readFrames(Buffer.concat([this.#came, piece]));
      this.#came = rest;
      this.greeted ||= frames.length > 0;
      for (const { type, flags, stream, payload } of frames) {
        const course = this.course(stream);
        if (type === TYPES.DATA) course.content += payload.toString();
        if (type === TYPES.RST_STREAM) course.reset = payload.readUInt32BE();
        if (type === TYPES.GOAWAY) course.goaway = payload.readUInt32BE(4);
        const carries = type === TYPES.DATA || type === TYPES.HEADERS;
        if (carries && (flags & END_STREAM) > 0) course.ended = true;
      }
      this.onChange();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      this.onChange();
    });
  }

  course(stream: number): Course {
    const course = this.#courses.get(stream) ?? { content: '' };
    this.#courses.set(stream, course);
    return course;
  }

  /** Waits until something is so, or the connection is closed. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.closed) {
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]).catch(
        () => undefined,
      );
    }
  }

  isOver(stream: number): boolean {
    const { ended, reset } = this.course(stream);
    return ended === true || reset !== undefined;
  }
}

describe.each([
  ['plain', false],
  ['secure', true],
])('a guarded %s server of node:http2', (_name, secure) => {
  let server: Http2Server;
  let port = 0;
  const sockets = new Set<Socket>();
  const reports: Report[] = [];

  beforeAll(async () => {
    const report = (one: Report): void => void reports.push(one);
    const listener = handle(
      async (incoming, response) => {
        if (incoming.url === '/echo') {
          for await (const piece of incoming) response.write(piece);
          response.end();
          return;
        }
        if (incoming.url === '/large') {
          response.end('x'.repeat(100_000));
          return;
        }
        if (incoming.url === '/early') throw new ContentTooLarge();
        if (incoming.url === '/half') {
          await new Promise((resolve) => response.write('half', resolve));
          throw new Error('broken');
        }
        response.end('fine');
      },
      { report },
    ) as never;
    server = secure ? createSecureServer(LOCALHOST, listener) : createServer(listener);
    guardServer(server, { report });
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    const closed = once(server, 'close');
    server.close();
    await closed;
  });

  async function open(settings = SETTINGS): Promise<RawSession> {
    const socket = await connectHttp2(port, secure);
    const session = new RawSession(socket);
    socket.write(Buffer.concat([PREFACE, settings]));
    await session.until(() => session.greeted);
    return session;
  }

  it.each<BrokenStream>(BROKEN_STREAMS)('meets $name as it should', async ({ frames, fate }) => {
    const neighbour = await open();
    const session = await open();
    const { socket } = session;
    socket.write(Buffer.concat([...frames, request(11, '/')]));
    if (fate !== 'served' && 'goaway' in fate) {
      await session.until(() => session.course(0).goaway !== undefined);
      const { goaway } = session.course(0);
      // Node may close a TLS connection before the frame has left.
      if (secure && session.closed) expect([fate.goaway, undefined]).toContain(goaway);
      else expect(goaway).toBe(fate.goaway);
    } else {
      await session.until(() => session.isOver(11) && (fate === 'served' || session.isOver(1)));
      expect(session.course(11)).toMatchObject({ content: 'fine', ended: true });
      expect(session.course(0).goaway).toBeUndefined();
    }
    const { content, reset } = session.course(1);
    if (fate !== 'served' && 'reset' in fate) expect([content, reset]).toEqual(['', fate.reset]);
    if (fate !== 'served' && 'status' in fate) {
      expect(JSON.parse(content)).toMatchObject({ type: 'about:blank', status: fate.status });
    }
    neighbour.socket.write(request(1, '/'));
    await neighbour.until(() => neighbour.isOver(1));
    expect(neighbour.course(1).content).toBe('fine');
    for (const { socket: one } of [session, neighbour]) one.destroy();
  });

  it('has an upload read the whole of an early answer, and takes no more than its window', async () => {
    const session = await open();
    session.socket.write(request(1, '/early', { method: 'POST', end: false }));
    const piece = data(1, 'x'.repeat(16_384), { end: false });
    for (let sent = 0; sent < 3; sent += 1) session.socket.write(piece);
    await session.until(() => session.isOver(1));
    expect(JSON.parse(session.course(1).content)).toMatchObject({ status: 413 });
    await session.until(() => session.course(1).reset !== undefined);
    expect(session.course(1).reset).toBe(0);
    session.socket.write(request(3, '/'));
    await session.until(() => session.isOver(3));
    expect(session.course(3).content).toBe('fine');
    session.socket.destroy();
  });

  it('resets what fails half-way with INTERNAL_ERROR', async () => {
    const session = await open();
    session.socket.write(Buffer.concat([request(1, '/half'), request(3, '/')]));
    await session.until(() => session.isOver(1) && session.isOver(3));
    expect(session.course(1)).toEqual({ content: 'half', reset: INTERNAL_ERROR });
    expect(session.course(3).content).toBe('fine');
    session.socket.destroy();
  });

  it.each([
    [
      'Node has ended with GOAWAY',
      [frame(TYPES.HEADERS, END_HEADERS, 1, Buffer.from([0xff, 0xff, 0xff, 0x0f]))],
    ],
    [
      'its client has ended, and then broken',
      [
        request(1, '/echo', { method: 'POST', end: false }),
        frame(TYPES.GOAWAY, 0, 0, Buffer.alloc(8)),
        frame(TYPES.DATA, PADDED, 1, Buffer.from([200, 1])),
      ],
    ],
  ])('closes a session in time that %s', async (_name, frames) => {
    server.setTimeout(300);
    const session = await open();
    server.setTimeout(0);
    session.socket.write(Buffer.concat(frames));
    await session.until(() => session.closed);
    expect(session.closed).toBe(true);
  });

  it('waits for a client that gives no window, and serves others meanwhile', async () => {
    const session = await open(frame(TYPES.SETTINGS, 0, 0, setting(4, 0)));
    const neighbour = await open();
    session.socket.write(Buffer.concat([request(1, '/nowhere-else'), request(3, '/large')]));
    neighbour.socket.write(request(1, '/'));
    await neighbour.until(() => neighbour.isOver(1));
    expect(neighbour.course(1).content).toBe('fine');
    expect(session.course(1).content + session.course(3).content).toBe('');
    const give = (stream: number): Buffer =>
      frame(TYPES.WINDOW_UPDATE, 0, stream, number(1_000_000));
    session.socket.write(Buffer.concat([give(0), give(1), give(3)]));
    await session.until(() => session.isOver(1) && session.isOver(3));
    expect(session.course(1).content).toBe('fine');
    expect(session.course(3).content).toHaveLength(100_000);
    for (const { socket } of [session, neighbour]) socket.destroy();
  });
});
