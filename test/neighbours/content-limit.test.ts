import { contentLimit, errorHandler, type Report } from '@faultless/express';
import express from 'express';
import express4 from 'express4';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

const LIMIT = 1000;

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('contentLimit on %s', (_name, create) => {
  const reports: Report[] = [];
  const start = () => {
    reports.length = 0;
    const app = create();
    app.use(contentLimit(LIMIT), express.json({ limit: LIMIT }));
    app.use((request, response) => {
      response.send(String(JSON.stringify(request.body).length));
    });
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    return serve(app);
  };

  it('answers before any of the content has come', async () => {
    const { connect } = await start();
    const connection = await connect();
    connection.socket.write(
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1001\r\n\r\n',
    );
    const answer = await connection.next('POST');
    expect(answer?.status).toBe(413);
    expect(answer?.json()).toMatchObject({ limit: LIMIT });
    expect(answer?.value('connection')).toBe('close');
    expect(reports).toEqual([expect.objectContaining({ outcome: 'sent', bytesSent: undefined })]);
    connection.close();
  });

  it.each([
    ['content of the very length', { 'Content-Length': String(LIMIT) }, LIMIT],
    ['a request without content', {}, 0],
  ])('lets %s pass', async (_what, headers, length) => {
    const { request } = await start();
    const body = length === 0 ? '' : JSON.stringify('x'.repeat(length - 2));
    const answer = await request({
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: length === 0 ? '' : `[${body.slice(0, -3)}"]`,
    });
    expect(answer.status).toBe(200);
  });
});

describe('contentLimit', () => {
  it('takes a limit of 0, which lets no content through', () => {
    expect(() => contentLimit(0)).not.toThrow();
  });

  it.each([
    [-1, '-1'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    ['100kb', 'string'],
    [undefined, 'undefined'],
  ])('takes no limit of %p', (limit, got) => {
    expect(() => contentLimit(limit as number)).toThrow(
      new TypeError(
        `contentLimit: the limit must be a whole number of bytes, 0 or more, not ${got}`,
      ),
    );
  });
});
