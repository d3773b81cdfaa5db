import { readFileSync } from 'node:fs';
import { en } from '@faultless/core';
import Boom from '@hapi/boom';
import {
  BadRequestException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
  UnprocessableEntityException,
} from '@nestjs/common';
import { HTTPError } from 'h3';
import { HTTPException } from 'hono/http-exception';
import createError from 'http-errors';
import { thrownBy } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

interface Case {
  readonly raise: () => Error | Promise<Error>;
  readonly status: number;
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
}

const leaky = {
  'X-Request-Id': '7',
  'Set-Cookie': 'kanari=1',
  'Content-Length': '3',
  'Content-Encoding': 'gzip',
};
const KEPT = { 'X-Request-Id': '7', 'Set-Cookie': null, 'Content-Encoding': null };

/** What the file system says of a file that is not there; jest's realm has an Error of its own. */
const missingFile = async (): Promise<Error> => {
  const thrown = (await thrownBy(() => readFileSync('/kanari'))) as Error;
  return Object.assign(new Error(thrown.message), thrown);
};

const CASES: Readonly<Record<string, Case>> = {
  'http-errors, exposed': {
    raise: () => createError(409, 'Already sent.', { headers: leaky }),
    status: 409,
    detail: 'Already sent.',
    headers: KEPT,
  },
  'http-errors, not exposed': {
    raise: () => createError(404, 'kanari', { expose: false }),
    status: 404,
    detail: en.statuses[404].detail,
  },
  'http-errors of the server': {
    raise: () => createError(503, 'kanari', { headers: { 'Retry-After': '7' } }),
    status: 503,
    headers: { 'Retry-After': '7' },
  },
  'boom, 4xx': {
    raise: () => Boom.conflict('Already sent.', { secret: 'kanari' }),
    status: 409,
    detail: 'Already sent.',
  },
  'boom without a message': {
    raise: () => Boom.notFound(),
    status: 404,
    detail: en.statuses[404].detail,
  },
  'boom without a message, by a phrase that is not ours': {
    raise: () => Boom.entityTooLarge(),
    status: 413,
    detail: en.statuses[413].detail,
  },
  'boom, 401': {
    raise: () => Boom.unauthorized('Sign in.', 'Custom', { realm: 'x' }),
    status: 401,
    detail: 'Sign in.',
    headers: { 'WWW-Authenticate': 'Custom realm="x"' },
  },
  'boom, 405': {
    raise: () => Boom.methodNotAllowed('No.', null, ['GET']),
    status: 405,
    detail: 'No.',
    headers: { Allow: 'GET' },
  },
  'boom, 500': { raise: () => Boom.badImplementation('kanari', { secret: 'kanari' }), status: 500 },
  'boom, boomified': { raise: () => Boom.boomify(new Error('kanari')), status: 500 },
  'boom, a missing file boomified': {
    raise: async () => Boom.boomify(await missingFile(), { statusCode: 404 }),
    status: 404,
    detail: en.statuses[404].detail,
  },
  'boom, a missing file boomified with a message before its own': {
    raise: async () => Boom.boomify(await missingFile(), { statusCode: 403, message: 'kanari' }),
    status: 403,
    detail: en.statuses[403].detail,
  },
  'boom, 503': { raise: () => Boom.serverUnavailable('kanari'), status: 503 },
  'nest, text': {
    raise: () => new HttpException('Already sent.', 409),
    status: 409,
    detail: 'Already sent.',
  },
  'nest, record': {
    raise: () =>
      new HttpException({ message: 'Already sent.', secret: 'kanari' }, 409, {
        cause: new Error('kanari'),
      }),
    status: 409,
    detail: 'Already sent.',
  },
  'nest, not found': {
    raise: () => new NotFoundException(),
    status: 404,
    detail: en.statuses[404].detail,
  },
  'nest, described': {
    raise: () => new UnprocessableEntityException('Too old.'),
    status: 422,
    detail: 'Too old.',
  },
  'nest, 500': { raise: () => new InternalServerErrorException('kanari'), status: 500 },
  'h3, message': {
    raise: () =>
      new HTTPError('Already sent.', {
        status: 409,
        headers: leaky,
        data: 'kanari',
        body: { a: 'kanari' },
      }),
    status: 409,
    detail: 'Already sent.',
    headers: KEPT,
  },
  'h3, unhandled': {
    raise: () => new HTTPError('kanari', { status: 400, unhandled: true }),
    status: 400,
  },
  'h3, 500': { raise: () => new HTTPError('kanari', { status: 500 }), status: 500 },
  'h3, status alone': { raise: () => HTTPError.status(404), status: 404 },
  'h3 1, by its shape': {
    raise: () =>
      Object.assign(new Error('Already sent.'), {
        name: 'H3Error',
        statusCode: 409,
        statusMessage: 'Conflict',
        fatal: false,
        unhandled: false,
        data: 'kanari',
      }),
    status: 409,
    detail: 'Already sent.',
  },
  'hono, message': {
    raise: () => new HTTPException(409, { message: 'Already sent.', cause: 'kanari' }),
    status: 409,
    detail: 'Already sent.',
  },
  'hono, response': {
    raise: () =>
      new HTTPException(401, {
        res: new Response('kanari', {
          headers: { 'WWW-Authenticate': 'Basic realm="x"', ...leaky },
        }),
      }),
    status: 401,
    headers: { 'WWW-Authenticate': 'Basic realm="x"', ...KEPT },
  },
  'hono, 500': { raise: () => new HTTPException(500, { message: 'kanari' }), status: 500 },
};

describe.each(FRAMEWORKS)('on $framework', ({ throwing }) => {
  it.each(Object.entries(CASES))('%s', async (_, { raise, status, detail, headers = {} }) => {
    const served = await throwing(async () => {
      throw await raise();
    });
    const answered = await ask(served.url);
    await served.close();
    expect(answered.status).toBe(status);
    expect(answered.problem.status).toBe(status);
    if (detail !== undefined) expect(answered.problem.detail).toBe(detail);
    expect(answered.text).not.toContain('kanari');
    for (const [name, value] of Object.entries(headers)) {
      expect([name, answered.headers.get(name)]).toEqual([name, value]);
    }
    expect(served.reports[0]?.status).toBe(status);
  });

  it('lists the messages of Nest’s ValidationPipe', async () => {
    const served = await throwing(() => {
      throw new BadRequestException(['name must be a string', 'age must be a number']);
    });
    const { problem } = await ask(served.url);
    await served.close();
    expect(problem.errors).toEqual([
      { detail: 'name must be a string' },
      { detail: 'age must be a number' },
    ]);
    expect(problem).not.toHaveProperty('errors_omitted');
  });
});
