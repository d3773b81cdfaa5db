import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';

/** In every header field, body and address of the upstream; never in an answer of ours. */
export const SECRET = 'upstream-secret-4711';

/** An HTTP server that misbehaves in the way that the path names. */
export interface BadUpstream {
  /** The address of one way to misbehave. */
  url(way: string): string;
  close(): void;
}

const WAYS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/404': (response) => refuse(response, 404),
  '/401': (response) => refuse(response, 401, { 'WWW-Authenticate': `Bearer realm="${SECRET}"` }),
  '/429': (response) => refuse(response, 429, { 'Retry-After': '7' }),
  '/503': (response) => refuse(response, 503),
  '/busy': (response) => {
    const { searchParams } = new URL(response.req.url ?? '', 'http://a');
    refuse(response, 503, { 'Retry-After': searchParams.get('after') ?? '' });
  },
  '/500': (response) => refuse(response, 500),
  '/hang-up': ({ socket }) => socket?.destroy(),
  '/reset': ({ socket }) => socket?.resetAndDestroy(),
  '/cut-short': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 999 });
    response.write(`{"token":"${SECRET}`);
    setTimeout(() => response.socket?.destroy(), 20);
  },
  '/bad-json': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(`{"token":"${SECRET}",`);
  },
  '/never': () => undefined,
  '/problem': (response) => {
    problem(response, 403);
  },
  '/problem-401': (response) => {
    problem(response, 401);
  },
  '/problem-407': (response) => {
    problem(response, 407);
  },
  '/problem-429': (response) => {
    problem(response, 429, { 'Retry-After': '9' });
  },
};

/** Starts it on a loopback port. */
export async function startBadUpstream(): Promise<BadUpstream> {
  const server: Server = createServer((request, response) => {
    const way = request.url?.replace(/\?.*/, '') ?? '';
    WAYS[way]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const closed = await closedPort();
  const other = createTcpServer(speakNoHttp);
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port: otherPort } = other.address() as AddressInfo;
  return {
    url: (way) => {
      if (way === 'closed port') return `http://127.0.0.1:${closed}/?key=${SECRET}`;
      if (way === 'no such host') return `http://${SECRET}.nowhere.invalid/`;
      if (way === 'no HTTP') return `http://127.0.0.1:${otherPort}/?key=${SECRET}`;
      if (way === 'no TLS') return `https://127.0.0.1:${otherPort}/?key=${SECRET}`;
      return `http://127.0.0.1:${port}/${way}?key=${SECRET}`;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
      other.close();
    },
  };
}

function speakNoHttp(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.on('data', () => socket.end(`220 ${SECRET} ESMTP\r\n`));
}

/** A loopback port on which nobody listens any more. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function refuse(response: ServerResponse, status: number, fields = {}): void {
  const content = JSON.stringify({ message: SECRET, stack: `at ${SECRET}` });
  response.writeHead(status, { 'Content-Type': 'application/json', 'X-Secret': SECRET, ...fields });
  response.end(content);
}

/** What the problem document of the upstream says. */
export const UPSTREAM_PROBLEM = {
  type: 'https://example.com/probs/out-of-credit',
  title: 'You do not have enough credit.',
  detail: 'Your current balance is 30, but that costs 50.',
  instance: `/account/${SECRET}`,
  balance: SECRET,
};

function problem(response: ServerResponse, status: number, fields = {}): void {
  const type = 'application/problem+json; charset=utf-8';
  response.writeHead(status, { 'Content-Type': type, 'X-Secret': SECRET, ...fields });
  response.end(JSON.stringify({ ...UPSTREAM_PROBLEM, status }));
}
