import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { connect, createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { problemCoverage } from '@faultless/testing';
import request from 'supertest';

const BODY = JSON.stringify({ type: 'a:b', status: 422 });
const ZIPPED = gzipSync(BODY);
const TYPE = 'application/problem+json';
const FIELDS = { 'Content-Type': TYPE, 'content-ENCODING': 'gzip', 'X-Two': ['1', '2'] };
const FLAT = ['Content-Type', TYPE, 'Content-Encoding', 'gzip', 'X-Two', '1', 'X-Two', '2'];
const PAIRS = [
  ['Content-Type', TYPE],
  ['Content-Encoding', 'gzip'],
  ['X-Two', '1'],
  ['X-Two', '2'],
];
const HEADERS = new Headers(PAIRS);

/** What `check` says of an answer that nobody has declared. */
async function shown(answer: (response: ServerResponse) => void): Promise<string> {
  const coverage = problemCoverage({});
  await request(coverage.watch((_request, response) => answer(response))).get('/');
  try {
    coverage.check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It passed.');
}

describe('the fields that writeHead is given are seen:', () => {
  it.each<[what: string, write: (response: ServerResponse) => void]>([
    ['an object', (response) => response.writeHead(422, FIELDS)],
    ['an object after a reason', (response) => response.writeHead(422, 'No', FIELDS)],
    ['an object after no reason', (response) => response.writeHead(422, undefined, FIELDS)],
    ['names and values by turns', (response) => response.writeHead(422, FLAT)],
    ['the same after a reason', (response) => response.writeHead(422, 'No', FLAT)],
    ['pairs', (response) => response.writeHead(422, PAIRS as never)],
    ['Headers', (response) => response.setHeaders(HEADERS).writeHead(422)],
    ['a Map', (response) => response.setHeaders(new Map(Object.entries(FIELDS))).writeHead(422)],
    [
      'an object beside what was set',
      (response) => response.setHeader('X-Set', '0').writeHead(422, FIELDS),
    ],
    [
      'nothing but what was set',
      (response) => {
        for (const [name, value] of Object.entries(FIELDS)) response.setHeader(name, value);
        response.writeHead(422, 'No');
      },
    ],
  ])('%s', async (_what, write) => {
    const text = await shown((response) => {
      write(response);
      response.end(ZIPPED);
    });
    expect(text).toContain('GET /: 422 a:b\n');
    expect(text).toMatch(/\n +content-type: application\/problem\+json\n/);
    expect(text).toMatch(/\n +x-two: 1(?:\n +x-two: |, )2\n/);
    expect(text).toContain(BODY);
  });

  it('and not those that Node refuses', async () => {
    const text = await shown((response) => {
      expect(() => response.writeHead(1, { 'X-Bad': '1' })).toThrow(/^Invalid status code/);
      response.writeHead(422, { 'X-Good': '1' });
      expect(() => response.writeHead(500, { 'X-Late': '1' })).toThrow(/after they are sent/);
      response.end();
    });
    expect(text).toContain('HTTP 422\n    x-good: 1\n');
    expect(text).not.toMatch(/x-bad|x-late/);
  });

  it('over HTTP/2', async () => {
    const coverage = problemCoverage({});
    const listener = coverage.watch((_request, response) => {
      response.writeHead(422, FIELDS as OutgoingHttpHeaders);
      response.end(ZIPPED);
    });
    const server = createHttp2Server((incoming, response) => {
      listener(incoming as never, response as never);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await once(client.request({ ':path': '/' }).resume(), 'end');
    client.close();
    server.close();
    expect(() => coverage.check()).toThrow(/GET \/: 422 a:b\n/);
  });
});

it('what is ended again is seen once', async () => {
  const text = await shown((response) => {
    response.writeHead(422, { 'Content-Type': TYPE }).end(BODY);
    response.end();
  });
  expect(text.match(/GET \//g)).toHaveLength(1);
});

it('what an answer to HEAD does not send is not seen', async () => {
  const coverage = problemCoverage({ 'GET /': [422] });
  const app = coverage.watch((_request, response) => {
    response.writeHead(422, { 'Content-Type': TYPE }).end(BODY);
  });
  await request(app).head('/');
  expect(() => coverage.check()).not.toThrow();
  const typed = problemCoverage({ 'GET /': [{ status: 422, code: 'a' }] });
  await request(typed.watch((_request, response) => void response.writeHead(422).end(BODY))).head(
    '/',
  );
  expect(() => typed.check()).toThrow(/never sent:\n {2}GET \/: 422 a$/);
});

it('a file that cannot be written is refused before any answer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faultless-'));
  try {
    expect(() => problemCoverage({}, { file: folder })).toThrow(/EISDIR/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
