import { NotFound } from '@faultless/node';
import { describeEachServer } from './describe-each-server.js';
import { MalformedResponse, takeResponse } from './parse-response.js';
import { UNANSWERED } from './servers.js';

const HEAD = 'HTTP/1.1 404 Not Found\r\n';

function take(text: string, { method = 'GET', ended = false } = {}) {
  return takeResponse(Buffer.from(text, 'latin1'), { method, ended });
}

describe('takeResponse', () => {
  it.each([
    ['HTTP/1.1 404 Not Found\n\n'],
    ['HTTP/1.0 404 Not Found\r\n\r\n'],
    ['HTTP/1.1 4040 Not Found\r\n\r\n'],
    ['HTTP/1.1 404\r\n\r\n'],
    ['HTTP/1.1 999 What\r\n\r\n'],
    [`${HEAD}Bad Name: 1\r\n\r\n`],
    [`${HEAD}Name : 1\r\n\r\n`],
    [`${HEAD}Name: 1\n2\r\n\r\n`],
    [`${HEAD}Name: 1\r2\r\n\r\n`],
    [`${HEAD}Name: 1\0\r\n\r\n`],
    [`${HEAD}Name: 1\r\n folded\r\n\r\n`],
    [`${HEAD}Content-Length: 1\r\nContent-Length: 1\r\n\r\nx`],
    [`${HEAD}Content-Length: 1, 1\r\n\r\nx`],
    [`${HEAD}Content-Length: +1\r\n\r\nx`],
    [`${HEAD}Content-Length: 01\r\n\r\nx`],
    [`${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx`],
    [`${HEAD}Transfer-Encoding: gzip\r\n\r\nx`],
    [`${HEAD}Transfer-Encoding: chunked\r\n\r\nz\r\nx\r\n0\r\n\r\n`],
    [`${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n`],
  ])('refuses %j', (text) => {
    expect(() => take(text, { ended: true })).toThrow(MalformedResponse);
  });

  it('keeps header lines in their order, with duplicates and spelling', () => {
    const taken = take(`${HEAD}B: 1\r\na: 2\r\nb: 3\r\nContent-Length: 2\r\n\r\nokrest`);
    expect(taken?.response.fields.slice(0, 3)).toEqual([
      ['B', '1'],
      ['a', '2'],
      ['b', '3'],
    ]);
    expect(taken?.response.body.toString()).toBe('ok');
    expect(taken?.rest.toString()).toBe('rest');
  });

  it('reads chunks', () => {
    const taken = take(
      `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\nA\r\n0123456789\r\n0\r\n\r\n`,
    );
    expect(taken?.response).toMatchObject({ complete: true, framing: 'chunked' });
    expect(taken?.response.body.toString()).toBe('ok0123456789');
  });

  it.each([
    [`${HEAD}Content-Length: 5\r\n\r\nok`, 'ok'],
    [`${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n`, 'ok'],
    [`${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nok`, 'ok'],
  ])('waits for the rest of %j, and sees truncation when the connection ends', (text, came) => {
    expect(take(text)).toBeUndefined();
    const { response } = take(text, { ended: true }) ?? {};
    expect(response?.complete).toBe(false);
    expect(response?.body.toString()).toBe(came);
  });

  it('expects no content in the answer to HEAD', () => {
    const { response, rest } = take(`${HEAD}Content-Length: 5\r\n\r\n`, { method: 'HEAD' }) ?? {};
    expect(response).toMatchObject({ complete: true, framing: 'none' });
    expect(rest).toHaveLength(0);
  });

  it('takes a message without a length as far as the connection goes', () => {
    expect(take(`${HEAD}\r\nok`)).toBeUndefined();
    expect(take(`${HEAD}\r\nok`, { ended: true })?.response.framing).toBe('close');
  });
});

describe('describeEachServer', () => {
  describeEachServer((server) => {
    it('answers what a handler throws, rejects with or leaves alone', async () => {
      for (const handler of [
        () => {
          throw new NotFound();
        },
        () => Promise.reject(new NotFound()),
        () => UNANSWERED,
        () => Promise.resolve(UNANSWERED),
      ]) {
        const { request, reports } = await server.start(handler);
        const response = await request();
        expect(response.statusLine).toBe('HTTP/1.1 404 Not Found');
        expect(reports).toHaveLength(1);
      }
    });

    it('runs what comes before the handler, and handlers that answer', async () => {
      const { request, reports } = await server.start(
        (_request, response) => {
          response.end('fine');
        },
        { before: (_request, response) => response.setHeader('X-Request-Id', '7') },
      );
      const response = await request();
      expect([response.status, response.text, response.value('x-request-id')]).toEqual([
        200,
        'fine',
        '7',
      ]);
      expect(reports).toHaveLength(0);
    });

    it('keeps a connection for several requests', async () => {
      const { exchange } = await server.start((request) => {
        throw new NotFound(request.url ?? '');
      });
      const one = (path: string) => `GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`;
      const { responses, closed } = await exchange(one('/a') + one('/b'), { responses: 2 });
      expect(responses.map((response) => response.json().detail)).toEqual(['/a', '/b']);
      expect(closed).toBe(false);
    });

    it('sees truncation', async () => {
      const { raw } = await server.start((_request, response) => {
        response.setHeader('Content-Length', 10);
        response.write('half ', () => response.destroy());
      });
      const response = await raw('GET / HTTP/1.1\r\nHost: test\r\n\r\n', { untilClosed: true });
      expect([response.status, response.complete, response.closed]).toEqual([200, false, true]);
    });
  });
});
