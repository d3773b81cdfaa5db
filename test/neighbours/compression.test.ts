import { connect, createServer as createHttp2, type IncomingHttpHeaders } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { handle, type Report, Unauthorized } from '@faultless/node';
import compression from 'compression';
import type { Express } from 'express';
import type Koa from 'koa';
import koaCompress from 'koa-compress';
import { listen } from '../harness/listen.js';
import { until } from '../harness/until.js';
import { within } from '../harness/within.js';
import { CONTENT, failure, KOAS, type Listener, onKoa } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

const withCompression = (app: Express) => app.use(compression({ threshold: 0 }));
const withKoaCompress = (app: Koa) => app.use(koaCompress({ threshold: 0 }));

describe.each(['gzip', 'deflate', 'br'])('with %s', (coding) => {
  describeNeighbour('compression', {
    express: withCompression,
    headers: { 'Accept-Encoding': coding },
    // An error is compressed as anything else, unless it is an answer to HEAD.
    stays: ['vary'],
  });

  describeNeighbour('koa-compress', {
    koa: withKoaCompress,
    headers: { 'Accept-Encoding': coding },
    stays: ['vary'],
    // An error is answered around it.
    goes: ['content-encoding'],
    buffers: coding === 'br',
  });
});

/** `encoded`: whether an error is compressed. */
type Row = readonly [
  name: string,
  create: (report?: Parameters<typeof onKoa>[2]) => Listener,
  encoded: boolean,
];

/** The same routes without a framework. */
function onNode(report: (report: Report) => void = () => undefined): Listener {
  const compress = compression({ threshold: 0 });
  return handle(
    async (request, response) => {
      compress(request as never, response as never, () => undefined);
      if (request.url === '/before') throw new Unauthorized('orders');
      response.setHeader('Content-Type', 'text/plain');
      if (request.url === '/fine') {
        response.end(CONTENT);
        return;
      }
      response.write(CONTENT);
      await sleep(20);
      throw failure;
    },
    { report },
  );
}

const FRAMEWORKS: readonly Row[] = [
  // Express speaks no HTTP/2.
  ['node:http2', (report) => onNode(report), true],
  ...KOAS.map(
    ([name, create]): Row => [name, (report) => onKoa(create(), withKoaCompress, report), false],
  ),
];

/** What a client of HTTP/2 got. */
interface Got {
  readonly headers: IncomingHttpHeaders & { readonly ':status'?: number | undefined };
  readonly body: Buffer;
  /** How the stream ended: NO_ERROR where it is whole. */
  readonly code: number;
}

describe.each(FRAMEWORKS)('compression over HTTP/2 on %s', (_name, create, encoded) => {
  async function ask(path: string, method = 'GET'): Promise<Got & { outcomes: string[] }> {
    const outcomes: string[] = [];
    const listener = create(({ outcome }) => outcomes.push(outcome));
    const listening = await listen(createHttp2(listener as never));
    const session = connect(listening.origin);
    const stream = session.request({ ':path': path, ':method': method, 'accept-encoding': 'gzip' });
    const pieces: Buffer[] = [];
    let headers: Got['headers'] = {};
    stream.on('response', (fields) => {
      headers = fields;
    });
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    // A stream that is broken off fails here.
    stream.on('error', () => undefined);
    await within(
      new Promise((resolve) => stream.on('close', resolve)),
      () => 'the end of a stream',
    );
    if (path !== '/fine') await until(() => outcomes.length > 0);
    session.destroy();
    await listening.close();
    return { headers, body: Buffer.concat(pieces), code: stream.rstCode, outcomes };
  }

  it('leaves what is fine alone', async () => {
    const { headers, body, code } = await ask('/fine');
    expect([headers[':status'], headers['content-encoding'], code]).toEqual([200, 'gzip', 0]);
    expect(gunzipSync(body).toString() === CONTENT).toBe(true);
  });

  it('answers an error', async () => {
    const { headers, body, code, outcomes } = await ask('/before');
    expect([headers[':status'], code, outcomes]).toEqual([401, 0, ['sent']]);
    expect(headers['content-encoding']).toBe(encoded ? 'gzip' : undefined);
    const text = encoded ? gunzipSync(body) : body;
    expect(JSON.parse(text.toString())).toMatchObject({ status: 401 });
  });

  it('answers HEAD', async () => {
    const { headers, body, code } = await ask('/before', 'HEAD');
    expect([headers[':status'], body.length, code]).toEqual([401, 0, 0]);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('never lets a half pass for the whole', async () => {
    const { code, outcomes } = await ask('/middle');
    expect([code === 0, outcomes]).toEqual([false, ['truncated']]);
  });
});
