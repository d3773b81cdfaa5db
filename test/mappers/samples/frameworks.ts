import Boom from '@hapi/boom';
import { ConflictException, HttpException } from '@nestjs/common';
import { HTTPError } from 'h3';
import { HTTPException } from 'hono/http-exception';
import createError from 'http-errors';
import type { Sample } from './sample.js';

const thrower = (make: () => Error) => () => {
  throw make();
};

/** Of a 4xx the message is for the client, and headers are; of a 5xx only the headers. */
const MESSAGE = /^\.message$/;

export const SAMPLES: readonly Sample[] = [
  {
    mapper: 'http-errors',
    what: 'exposed',
    raise: thrower(() => createError(409, 'x', { secret: 'x', cause: new Error('x') })),
    told: MESSAGE,
  },
  {
    mapper: 'http-errors',
    what: 'not exposed',
    raise: thrower(() => createError(500, 'x', { secret: 'x' })),
  },
  {
    mapper: 'boom',
    raise: thrower(() => Boom.conflict('x', { secret: 'x' })),
    told: /^\.(?:message|output\.payload\.message|output\.headers\..*)$/,
  },
  {
    mapper: 'boom',
    what: '500',
    raise: thrower(() => Boom.badImplementation('x', { secret: 'x' })),
  },
  {
    mapper: 'nest',
    raise: thrower(() => new ConflictException('x', { description: 'x', cause: new Error('x') })),
    told: /^\.(?:message|response\.message)$/,
  },
  {
    mapper: 'nest',
    what: '500',
    raise: thrower(() => new HttpException({ message: 'x', secret: 'x' }, 500)),
  },
  {
    mapper: 'h3',
    raise: thrower(() => new HTTPError('x', { status: 409, data: 'x', body: { a: 'x' } })),
    told: MESSAGE,
  },
  {
    mapper: 'h3',
    what: '500',
    raise: thrower(() => new HTTPError('x', { status: 500, data: 'x' })),
  },
  {
    mapper: 'hono',
    raise: thrower(() => new HTTPException(409, { message: 'x', cause: 'x' })),
    told: MESSAGE,
  },
  {
    mapper: 'upstream',
    raise: thrower(() =>
      Object.assign(new Error('x'), { response: { status: 404, data: 'x' }, config: { url: 'x' } }),
    ),
  },
];
