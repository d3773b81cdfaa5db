import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { UnauthorizedError } from 'express-jwt';
import { auth } from 'express-oauth2-jwt-bearer';
import createError from 'http-errors';
import * as jose from 'jose';
import jwt from 'jsonwebtoken';
import Koa from 'koa';
import koaJwt from 'koa-jwt';
import { thrownBy } from '../raise.js';
import type { Sample } from './sample.js';

const SECRET = 'secret-secret-secret-secret-secret';
const KEY = new TextEncoder().encode(SECRET);
const EXPIRED = jwt.sign({ exp: 1, sub: 'x', aud: 'a', iss: 'https://i.example/' }, SECRET);

const { default: AuthenticationError } = {
  default: createRequire(import.meta.url)('passport/lib/errors/authenticationerror') as new (
    message: string,
    status: number,
  ) => Error,
};

export const SAMPLES: readonly Sample[] = [
  { mapper: 'jsonwebtoken', what: 'expired', raise: () => jwt.verify(EXPIRED, SECRET) },
  { mapper: 'jsonwebtoken', what: 'signature', raise: () => jwt.verify(EXPIRED, 'other') },
  { mapper: 'jsonwebtoken', what: 'no key', raise: () => jwt.verify(EXPIRED, '') },
  { mapper: 'jose', what: 'expired', raise: () => jose.jwtVerify(EXPIRED, KEY) },
  { mapper: 'jose', what: 'malformed', raise: () => jose.jwtVerify('x', KEY) },
  {
    mapper: 'express-jwt',
    raise: async () => {
      throw new UnauthorizedError(
        'invalid_token',
        (await thrownBy(() => jwt.verify('x', SECRET))) as Error,
      );
    },
  },
  {
    mapper: 'koa-jwt',
    raise: async () => {
      const check = koaJwt({ secret: 'other' });
      const context = new Koa().createContext(
        new IncomingMessage(new Socket()),
        new ServerResponse(new IncomingMessage(new Socket())),
      );
      context.header.authorization = `Bearer ${EXPIRED}`;
      await check(context, () => Promise.resolve());
    },
  },
  {
    mapper: 'express-oauth2-jwt-bearer',
    raise: async () => {
      const check = auth({
        issuer: 'https://i.example/',
        audience: 'a',
        secret: SECRET,
        tokenSigningAlg: 'HS256',
      });
      const headers = { authorization: `Bearer ${EXPIRED}` };
      const error = await new Promise<unknown>((resolve) => {
        check({ headers, is: () => false } as never, {} as never, resolve);
      });
      throw error;
    },
  },
  {
    mapper: 'passport',
    raise: () => {
      throw new AuthenticationError('Unauthorized', 401);
    },
  },
  {
    mapper: 'csrf',
    raise: () => {
      throw createError(403, 'invalid csrf token', { code: 'EBADCSRFTOKEN' });
    },
  },
];
