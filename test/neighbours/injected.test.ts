import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { handle, type Report, Unauthorized } from '@faultless/node';
import express from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';
import inject from 'light-my-request';
import { createMocks, createRequest, createResponse } from 'node-mocks-http';

let reports: Report[] = [];
beforeEach(() => {
  reports = [];
});

const options = {
  report: (report: Report): void => {
    reports.push(report);
  },
};

const refuse = (): never => {
  throw new Unauthorized('orders');
};

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

function inExpress(create: typeof express): Listener {
  const app = create();
  app.all('/orders', refuse);
  app.use(expressErrorHandler(options));
  return app;
}

function inKoa(app: Koa): Listener {
  app.use(koaErrorHandler(options));
  app.use(refuse);
  return app.callback();
}

const APPS: readonly (readonly [string, () => Listener])[] = [
  ['Express 4', () => inExpress(express4 as unknown as typeof express)],
  ['Express 5', () => inExpress(express)],
  ['Koa 2', () => inKoa(new Koa2() as unknown as Koa)],
  ['Koa 3', () => inKoa(new Koa())],
  ['node:http', () => handle(refuse, options)],
];

describe('light-my-request', () => {
  describe.each(APPS)('on %s', (_name, create) => {
    it.each(['GET', 'HEAD', 'POST'] as const)('gets the answer to %s', async (method) => {
      const { statusCode, headers, payload } = await inject(create(), {
        method,
        url: '/orders?page=2',
        ...(method === 'POST' && { payload: { item: 1 } }),
      });
      expect(statusCode).toBe(401);
      expect(headers).toMatchObject({
        'www-authenticate': 'Bearer realm="orders"',
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
      });
      expect(payload === '').toBe(method === 'HEAD');
      expect(reports).toEqual([
        expect.objectContaining({ path: '/orders', outcome: 'sent', level: 'info', notices: [] }),
      ]);
    });
  });
});

describe('node-mocks-http', () => {
  const handler = expressErrorHandler(options);

  it.each<readonly [string, () => readonly [unknown, ReturnType<typeof createResponse>]]>([
    [
      'of one pair',
      () => {
        const { req, res } = createMocks({ method: 'PUT', url: '/orders?page=2' });
        return [req, res];
      },
    ],
    [
      'that does not know its request',
      () => [createRequest({ method: 'PUT', url: '/orders' }), createResponse()],
    ],
  ])('has a response %s answered', (_which, make) => {
    const [request, mock] = make();
    const response = mock as typeof mock & ServerResponse;
    handler(new Unauthorized('orders'), request as IncomingMessage, response, () => undefined);
    expect(response.statusCode).toBe(401);
    expect(response._getHeaders()).toMatchObject({
      'www-authenticate': 'Bearer realm="orders"',
      'content-type': 'application/problem+json',
    });
    expect(response._getJSONData()).toMatchObject({ status: 401 });
    expect(reports).toEqual([
      expect.objectContaining({ method: 'PUT', path: '/orders', outcome: 'sent', notices: [] }),
    ]);
  });
});
