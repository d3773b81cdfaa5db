import { createServer } from 'node:http';
import { handle, parseChallenges } from '@faultless/node';
import express from 'express';
import * as jose from 'jose';
import koaBody from 'koa-body';
import koaBodyparser from 'koa-bodyparser';
import koaPassport from 'koa-passport';
import passport from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { listen } from '../harness/listen.js';
import { NOW, SECRET, sign } from './make-tokens.js';
import { type Served, serveExpress, serveKoa } from './servers.js';

const KEY = new TextEncoder().encode(SECRET);
const refuseAll = () =>
  new BearerStrategy((_token, done) => {
    done(null, false);
  });

interface WithToken {
  readonly access_token?: unknown;
}

/** Apps that take a token from the query and the content (RFC 6750 §2.2, §2.3). */
const APPS: readonly [name: string, serve: () => Promise<Pick<Served, 'url' | 'close'>>][] = [
  [
    'jose on Express',
    () =>
      serveExpress((app) => {
        app.use(express.urlencoded({ extended: false }), express.json());
        app.use(async (request) => {
          const { access_token: token } = { ...request.query, ...(request.body as WithToken) };
          if (token !== undefined) await jose.jwtVerify(token as string, KEY);
        });
      }),
  ],
  [
    'passport-http-bearer on Express',
    () => {
      const strategies = new passport.Passport();
      strategies.use(refuseAll());
      return serveExpress((app) => {
        app.use(express.urlencoded({ extended: false }), express.json());
        app.use(
          strategies.authenticate('bearer', {
            session: false,
            failWithError: true,
          }) as express.RequestHandler,
        );
      });
    },
  ],
  ...(
    [
      ['koa-bodyparser', koaBodyparser()],
      ['koa-body', koaBody()],
    ] as const
  ).map(([parser, parse]): (typeof APPS)[number] => [
    `jose on Koa, by ${parser}`,
    () =>
      serveKoa((app) => {
        app.use(parse);
        app.use(async ({ query, request }) => {
          const { access_token: token } = { ...query, ...(request.body as WithToken) };
          if (token !== undefined) await jose.jwtVerify(token as string, KEY);
        });
      }),
  ]),
  [
    'passport-http-bearer on Koa',
    () => {
      koaPassport.use(refuseAll());
      return serveKoa((app) => {
        app.use(koaBodyparser());
        app.use(koaPassport.initialize());
        app.use(koaPassport.authenticate('bearer', { session: false, failWithError: true }));
      });
    },
  ],
  [
    'jose on node:http, by Express’s parser',
    async () => {
      const parse = express.urlencoded({ extended: false });
      const parseJson = express.json();
      const listener = handle(
        async (request, response) => {
          await new Promise((resolve) => {
            parse(request, response, resolve);
          });
          await new Promise((resolve) => {
            parseJson(request, response, resolve);
          });
          const { body, url = '' } = request as typeof request & { body?: WithToken };
          const token =
            body?.access_token ?? new URL(url, 'http://a').searchParams.get('access_token');
          await jose.jwtVerify(token as string, KEY);
        },
        { report: () => undefined },
      );
      const { origin: url, close } = await listen(createServer(listener));
      return { url, close };
    },
  ],
];

describe.each(APPS)('a token that is elsewhere: %s', (_name, start) => {
  const token = sign({ exp: NOW - 60 });
  let served: Pick<Served, 'url' | 'close'>;
  beforeAll(async () => {
    served = await start();
  });
  afterAll(() => served.close());

  it.each<[string, string, RequestInit]>([
    ['in the query', `/?access_token=${token}`, {}],
    ['in a form', '/', { method: 'POST', body: new URLSearchParams({ access_token: token }) }],
    [
      'in JSON',
      '/',
      {
        method: 'POST',
        body: JSON.stringify({ access_token: token }),
        headers: { 'Content-Type': 'application/json' },
      },
    ],
  ])('%s is a credential, whose error is told', async (_where, path, init) => {
    const response = await fetch(served.url + path, init);
    expect(response.status).toBe(401);
    const [first] = parseChallenges(response.headers.get('WWW-Authenticate') ?? '');
    expect(first).toMatchObject({ scheme: 'Bearer', params: { error: 'invalid_token' } });
  });
});

it('asks no content that throws', async () => {
  const listener = handle(
    (request) => {
      Object.defineProperty(request, 'body', {
        get: () => {
          throw new Error('no');
        },
      });
      throw new jose.errors.JWTExpired('expired', {});
    },
    { report: () => undefined },
  );
  const { origin, close } = await listen(createServer(listener));
  const response = await fetch(origin);
  await close();
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="api"');
});
