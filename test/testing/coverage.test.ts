import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Conflict,
  Forbidden,
  handle,
  NotAcceptable,
  NotFound,
  TooManyRequests,
  Unauthorized,
} from '@faultless/node';
import { problemCoverage } from '@faultless/testing';
import compression from 'compression';
import express from 'express';
import request from 'supertest';
import { createKoaShop, createShop, OrderShipped, OutOfCredit } from './shop.js';

const DECLARED = {
  '*': [NotFound],
  'GET /credit': [OutOfCredit],
  'GET /limited': [TooManyRequests],
  'GET /secret': [],
  'GET /shipped': [OrderShipped],
  'GET /unauthorized': [Unauthorized],
};

const PATHS = ['/credit', '/limited', '/secret', '/shipped', '/unauthorized', '/nowhere'];

describe('problemCoverage', () => {
  it.each([
    ['Express', () => createShop()],
    ['Koa', () => createKoaShop().callback()],
  ])(
    'is content with an application on %s that gives what it says, and was asked for all',
    async (_name, make) => {
      const coverage = problemCoverage(DECLARED);
      const app = coverage.watch(make());
      for (const path of PATHS) await request(app).get(path);
      expect(() => coverage.check()).not.toThrow();
    },
  );

  it.each([
    ['Express', () => createShop()],
    ['Koa', () => createKoaShop().callback()],
  ])(
    'tells what an application on %s sends and does not declare, with the answer',
    async (_name, make) => {
      const coverage = problemCoverage({ 'GET /:page': [Forbidden], '*': [NotFound] });
      const app = coverage.watch(make());
      await request(app).get('/forbidden?really=1');
      await request(app).get('/nowhere');
      const { text } = await request(app).get('/credit');
      await request(app).get('/credit');
      await request(app).get('/shipped');
      await request(app).post('/nowhere');
      expect(() => coverage.check()).toThrow(
        new RegExp(
          [
            '^Problems that were sent, but are not declared:',
            '  GET /credit \\(GET /:page\\): 403 https://example\\.com/problems/out-of-credit\n',
            '    HTTP 403\n[\\s\\S]*',
            `    ${text.replace(/[^\w\s]/g, '\\$&')}\n`,
            '  GET /shipped \\(GET /:page\\): 409\n',
            '    HTTP 409\n[\\s\\S]*\n$',
          ].join('\n'),
        ),
      );
    },
  );

  it('tells what is declared and was never sent', async () => {
    const coverage = problemCoverage({
      ...DECLARED,
      'GET /credit': [OutOfCredit, Conflict, 429],
      '*': [NotFound, NotAcceptable],
    });
    const app = coverage.watch(createShop());
    for (const path of PATHS.slice(0, 4)) await request(app).get(path);
    expect(() => coverage.check()).toThrow(
      new Error(
        [
          'Problems that are declared, but were never sent:',
          '  *: NotAcceptable',
          '  GET /credit: Conflict',
          '  GET /credit: 429',
          '  GET /unauthorized: Unauthorized',
        ].join('\n'),
      ),
    );
  });

  it('believes a page and an answer to HEAD their status, but takes none for a problem type', async () => {
    const coverage = problemCoverage({ 'GET /credit': [OutOfCredit], 'GET /page': [403] });
    const app = coverage.watch(createShop());
    await request(app).get('/page');
    await request(app).get('/credit').set('Accept', 'text/html');
    await request(app).head('/credit');
    expect(() => coverage.check()).toThrow(
      new Error('Problems that are declared, but were never sent:\n  GET /credit: OutOfCredit'),
    );
  });

  it('reads what was compressed, and what was written in pieces', async () => {
    const shop = express();
    shop.use(compression({ threshold: 0 }));
    shop.get('/pieces', (_request, response) => {
      response.status(403).type('application/problem+json');
      const text = JSON.stringify({ type: 'https://example.com/ä', status: 403 });
      response.write(Buffer.from(text.slice(0, 5)));
      response.write(text.slice(5), 'utf8', () => undefined);
      response.end();
    });
    class Pieces extends Forbidden {
      static readonly type = 'https://example.com/ä';
    }
    for (const encoding of ['gzip', 'deflate', 'br', 'identity']) {
      const coverage = problemCoverage({ 'GET /pieces': [Pieces] });
      const app = coverage.watch(shop);
      await request(app).get('/pieces').set('Accept-Encoding', encoding);
      expect(() => coverage.check()).not.toThrow();
    }
  });

  it('knows nothing of a body in a coding that it is not', async () => {
    const coverage = problemCoverage({ 'GET /': [403] });
    const app = coverage.watch((_request, response) => {
      response.statusCode = 403;
      response.setHeader('Content-Encoding', 'gzip');
      response.flushHeaders();
      response.end(() => undefined);
    });
    await request(app).get('/');
    expect(() => coverage.check()).not.toThrow();
  });

  it.each([
    ['GET /orders/{id}', '/orders/7', true],
    ['GET /orders/:id', '/orders/7/', true],
    ['GET /orders/:id', '/orders/7/lines', false],
    ['GET /orders/*', '/orders/7/lines', true],
    ['GET /orders/*', '/orders', true],
    ['GET /orders/*', '/ordersheet', false],
    ['GET /orders/*/', '/orders/7', true],
    ['GET /files/*path', '/files/a/b', true],
    ['GET /files/{*path}', '/files', true],
    ['GET /orders/{order-id}.json', '/orders/7.json', true],
    ['GET /orders/{order-id}.json', '/orders/7', false],
    ['GET /orders/{id}:cancel', '/orders/7:cancel', true],
    ['GET /orders/{id}:cancel', '/orders/7:ship', false],
    ['GET /flights/:from-:to.:format', '/flights/a-b.c', true],
    ['GET /flights/:from-:to', '/flights/a', false],
    ['GET /a.b', '/a.b', true],
    ['GET /a.b', '/axb', false],
    ['GET /', '/', true],
    ['POST /orders', '/orders', false],
  ])('takes %s for the route of GET %s: %p', async (route, path, fits) => {
    const coverage = problemCoverage({ [route]: [NotFound] });
    const listener = handle(
      () => {
        throw new NotFound();
      },
      { report: () => undefined },
    );
    await request(coverage.watch(listener)).get(path);
    if (fits) expect(() => coverage.check()).not.toThrow();
    else expect(() => coverage.check()).toThrow(/^Problems that were sent, but are not declared:/);
  });

  it('reads and forgets the file of a run, which need not be there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faultless-'));
    const file = join(folder, 'a', 'problems.jsonl');
    const make = () => problemCoverage({ '*': [NotFound] }, { file });
    const nothing = new Error('Problems that are declared, but were never sent:\n  *: NotFound');
    try {
      expect(() => make().check()).toThrow(nothing);
      await request(make().watch(createShop())).get('/nowhere');
      expect(() => make().check()).not.toThrow();
      make().clear();
      expect(() => make().check()).toThrow(nothing);
      // A process was killed while it wrote.
      await writeFile(file, '{"route":"*","asked":"GET /a');
      expect(() => make().check()).toThrow(nothing);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('forgets what was seen', async () => {
    const coverage = problemCoverage({ '*': [NotFound] });
    await request(coverage.watch(createShop())).get('/shipped');
    coverage.clear();
    expect(() => coverage.check()).toThrow(
      new Error('Problems that are declared, but were never sent:\n  *: NotFound'),
    );
  });

  it.each([
    [{ 'get /orders': [] }, 'a route is named as GET /orders/:id is, or *, not get /orders'],
    [{ '/orders': [] }, 'a route is named as GET /orders/:id is, or *, not /orders'],
    ...['/orders{/:id}', '/orders/:id?', '/orders/:id(\\d+)', '/a/*/b', '/orders/{}'].map(
      (path): [object, string] => [
        { [`GET ${path}`]: [] },
        `a path has parameters such as :id or {id}, and * at its end: GET ${path}`,
      ],
    ),
    [{ '*': NotFound }, '* must have a list of problems'],
    [{ '*': ['404'] }, 'A problem is a class or a status, not 404.'],
    [{ '*': [null] }, 'A problem is a class or a status, not null.'],
    [{ '*': [200] }, 'The status of a problem is from 400 to 599, not 200.'],
    [{ '*': [Number.NaN] }, 'The status of a problem is from 400 to 599, not NaN.'],
    [
      { '*': [{ status: 4040, code: 'a' }] },
      'The status of a problem is from 400 to 599, not 4040.',
    ],
    [{ '*': [{ status: 404 }] }, 'The code of a problem is a text, not undefined.'],
    [{ '*': [{ status: 404, code: '' }] }, 'The code of a problem is a text, not .'],
    [{ '*': [{ status: 404, code: {} }] }, 'The code of a problem is a text, not [object Object].'],
    [
      { '*': [{ status: 404, code: 'a', type: 'a:b' }] },
      'A problem has a status and a code, no type.',
    ],
  ])('refuses what declares nothing: %p', (declared, message) => {
    expect(() => problemCoverage(declared as never)).toThrow(new TypeError(message));
  });

  it.each([
    [{ files: 'a' }, 'files is no option of problemCoverage'],
    [{ file: '' }, 'file must be a path, not '],
    [{ file: 1 }, 'file must be a path, not 1'],
  ])('refuses options that are wrong: %p', (options, message) => {
    expect(() => problemCoverage({}, options as never)).toThrow(new TypeError(message));
  });
});
