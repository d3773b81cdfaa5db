import type { ServerResponse } from 'node:http';
import { errorHandler } from '@faultless/express';
import { Forbidden, NotFound, type Report } from '@faultless/node';
import express from 'express';
import session, { MemoryStore } from 'express-session';
import express4 from 'express4';
import onHeaders from 'on-headers';
import { eachServer } from '../contract/support/each-server.js';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';

afterEach(closeAll);

const hook = new Error('hook');

eachServer('a hook that throws when the head is written', (start) => {
  it.each([
    ['an error', () => new NotFound()],
    ['a concealed one', () => new Forbidden({ conceal: true })],
  ])('leaves the minimal reply in place of %s', async (_what, make) => {
    const server = await start(
      () => {
        throw make();
      },
      {
        before: (_request, response: ServerResponse) => {
          response.setHeader('ETag', '"a"');
          onHeaders(response, () => {
            throw hook;
          });
        },
      },
    );
    const answer = await server.request();
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    });
    expect(answer.value('content-language')).toBeUndefined();
    expect(answer.value('etag')).toBeUndefined();
    expect(server.onlyReport()).toMatchObject({
      outcome: 'sent',
      sentStatus: 500,
      level: 'error',
      instance: undefined,
      notices: [{ message: 'the reply could not be written', cause: hook }],
    });
  });

  it('of a response that says it is gone has the connection closed', async () => {
    const server = await start(
      () => {
        throw new NotFound();
      },
      {
        before: (_request, response) => {
          Object.assign(response, {
            end: () => {
              response.socket?.destroy();
              throw hook;
            },
          });
        },
      },
    );
    const connection = await server.connect();
    connection.send();
    await connection.closed;
    await until(() => server.reports.length > 0);
    expect(server.onlyReport()).toMatchObject({
      outcome: 'truncated',
      sentStatus: undefined,
      level: 'error',
      notices: [{ message: 'the reply could not be written', cause: hook }],
    });
  });
});

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('express-session on %s', (_name, create) => {
  it('sends its cookie with an error', async () => {
    const reports: Report[] = [];
    const app = create();
    app.use(session({ secret: 'kept', resave: false, saveUninitialized: true }));
    app.use(() => {
      throw new NotFound();
    });
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    const { request } = await serve(app);
    const answer = await request();
    expect(answer.status).toBe(404);
    expect(answer.value('set-cookie')).toMatch(/^connect\.sid=/);
    expect(reports).toEqual([expect.objectContaining({ outcome: 'sent', notices: [] })]);
  });

  it('whose store throws is passed by', async () => {
    const store = new MemoryStore();
    store.set = () => {
      throw new Error('no store');
    };
    const reports: Report[] = [];
    const app = create();
    app.use(session({ secret: 'kept', resave: false, saveUninitialized: true, store }));
    app.use(() => {
      throw new NotFound();
    });
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    const { request } = await serve(app);
    const answer = await request();
    expect(answer.status).toBe(500);
    expect(reports).toEqual([
      expect.objectContaining({ outcome: 'sent', sentStatus: 500, level: 'error' }),
    ]);
  });
});
