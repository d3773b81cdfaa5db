import { AccessDenied, CredentialsSignin, MissingCSRF } from '@auth/core/errors';
import { ForbiddenError } from '@directus/errors';
import feathers from '@feathersjs/errors';
import { EntityNotFoundError } from '@loopback/repository/dist/errors/entity-not-found.error.js';
import { ORPCError } from '@orpc/server';
import { initTRPC, TRPCError } from '@trpc/server';
import { NotFound as TsedNotFound } from '@tsed/exceptions';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { buildSchema, GraphQLError, graphqlSync, parse, validate } from 'graphql';
import moleculer from 'moleculer';
import restify from 'restify-errors';
import { NotFoundError, UnauthorizedError } from 'routing-controllers';
import { z } from 'zod';
import { CANARY, type FamilyCase } from './family-case.js';

const WORDS = 'There is no such order.';

/** Throws what is made anew each time. */
const thrower =
  (make: () => unknown): (() => never) =>
  () => {
    throw make();
  };

/** Every code of tRPC (https://trpc.io/docs/server/error-handling). */
const TRPC_CODES = {
  BAD_REQUEST: 400,
  PARSE_ERROR: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
} as const;

const t = initTRPC.create();
const trpc = t.createCallerFactory(
  t.router({
    order: t.procedure.input(z.object({ mail: z.email() })).query(({ input }) => input),
    fail: t.procedure.query(thrower(() => new Error(CANARY))),
    refuse: t.procedure.query(
      thrower(() => new TRPCError({ code: 'CONFLICT', cause: new Error(CANARY) })),
    ),
  }),
)({});

const auth = betterAuth({
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  emailAndPassword: { enabled: true },
  secret: 'Qm7ZfK2vXw9sLpT4nR8cYb3hDj6gAe1u',
  baseURL: 'http://localhost',
  logger: { disabled: true },
});

const schema = buildSchema('type Query { order(id: Int!): Int }');
const run = (source: string, order: () => unknown = () => 1): never => {
  throw graphqlSync({ schema, source, rootValue: { order } }).errors?.[0] as Error;
};

const MESSAGE = /^\.message$/;

export const FRAMEWORK_CASES: readonly FamilyCase[] = [
  ...Object.entries(TRPC_CODES).map(
    ([code, status]): FamilyCase => ({
      library: '@trpc/server',
      what: code,
      mapper: 'stated-elsewhere',
      raise: thrower(
        () =>
          new TRPCError({
            code: code as keyof typeof TRPC_CODES,
            message: status < 500 ? WORDS : CANARY,
          }),
      ),
      answer: String(status),
      ...(status < 500 && { detail: WORDS }),
      told: MESSAGE,
    }),
  ),
  {
    library: '@trpc/server',
    what: 'input that its validator refused',
    mapper: 'stated-elsewhere',
    raise: () => trpc.order({ mail: CANARY }),
    answer: '422 validation_failed',
    errors: ['- #/mail invalid_format: Invalid email address'],
    told: /^\.(?:message|cause.*(?:message|path.*|code))$/,
  },
  {
    library: '@trpc/server',
    what: 'what a procedure threw',
    mapper: 'stated-elsewhere',
    raise: () => trpc.fail(),
    answer: '500',
  },
  {
    library: '@trpc/server',
    what: 'a message that is another error’s',
    mapper: 'stated-elsewhere',
    raise: () => trpc.refuse(),
    answer: '409',
  },
  {
    library: 'better-auth',
    what: 'a wrong password',
    mapper: 'stated-elsewhere',
    raise: () => auth.api.signInEmail({ body: { email: 'a@example.com', password: CANARY } }),
    answer: '401',
    detail: 'Invalid email or password',
    challenge: 'Bearer realm="api"',
    told: /^\.body\.message$/,
  },
  {
    library: 'better-auth',
    what: 'no session',
    mapper: 'stated-elsewhere',
    raise: () => auth.api.listSessions({ headers: new Headers() }),
    answer: '401',
    told: /^\.body\.message$/,
  },
  {
    library: '@feathersjs/errors',
    what: 'NotFound',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new feathers.NotFound(WORDS, { secret: CANARY })),
    answer: '404',
    detail: WORDS,
    told: MESSAGE,
  },
  {
    library: '@feathersjs/errors',
    what: 'NotAuthenticated',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new feathers.NotAuthenticated('Sign in first.')),
    answer: '401',
    detail: 'Sign in first.',
    challenge: 'Bearer realm="api"',
    told: MESSAGE,
  },
  {
    library: '@feathersjs/errors',
    what: 'GeneralError',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new feathers.GeneralError(CANARY)),
    answer: '500',
  },
  {
    library: 'routing-controllers',
    what: 'NotFoundError',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new NotFoundError(WORDS)),
    answer: '404',
    detail: WORDS,
    told: MESSAGE,
  },
  {
    library: 'routing-controllers',
    what: 'UnauthorizedError',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new UnauthorizedError('Sign in first.')),
    answer: '401',
    detail: 'Sign in first.',
    told: MESSAGE,
  },
  {
    library: 'restify-errors',
    what: 'NotFoundError',
    mapper: 'stated-elsewhere',
    raise: thrower(
      () =>
        new restify.NotFoundError({ info: { secret: CANARY }, cause: new Error(CANARY) }, WORDS),
    ),
    answer: '404',
    detail: WORDS,
    told: /^\.body\.message$/,
  },
  {
    library: 'restify-errors',
    what: 'InternalServerError',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new restify.InternalServerError(CANARY)),
    answer: '500',
  },
  {
    library: '@orpc/server',
    what: 'NOT_FOUND',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new ORPCError('NOT_FOUND', { message: WORDS, data: { secret: CANARY } })),
    answer: '404',
    detail: WORDS,
    told: MESSAGE,
  },
  {
    library: '@tsed/exceptions',
    what: 'NotFound',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new TsedNotFound(WORDS)),
    answer: '404',
    detail: WORDS,
    told: MESSAGE,
  },
  {
    library: '@directus/errors',
    what: 'FORBIDDEN',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new ForbiddenError({ reason: 'Orders are read-only.' })),
    answer: '403',
    detail: 'Orders are read-only.',
    told: MESSAGE,
  },
  {
    library: 'moleculer',
    what: 'MoleculerClientError',
    mapper: 'stated-elsewhere',
    raise: thrower(
      () => new moleculer.Errors.MoleculerClientError(WORDS, 404, 'NO_ORDER', { secret: CANARY }),
    ),
    answer: '404',
    detail: WORDS,
    told: MESSAGE,
  },
  {
    library: 'moleculer',
    what: 'ServiceNotFoundError',
    mapper: 'stated-elsewhere',
    raise: thrower(
      () => new moleculer.Errors.ServiceNotFoundError({ action: CANARY, nodeID: CANARY }),
    ),
    answer: '503',
  },
  {
    library: 'moleculer',
    what: 'RequestTimeoutError',
    mapper: 'stated-elsewhere',
    raise: thrower(
      () => new moleculer.Errors.RequestTimeoutError({ action: CANARY, nodeID: CANARY }),
    ),
    answer: '504',
  },
  ...(
    [
      [CredentialsSignin, '401'],
      [AccessDenied, '403'],
      [MissingCSRF, '403'],
    ] as const
  ).map(
    ([Class, answer]): FamilyCase => ({
      library: '@auth/core',
      what: Class.name,
      mapper: 'stated-elsewhere',
      raise: thrower(() => new Class(CANARY)),
      answer,
    }),
  ),
  // As MedusaError of @medusajs/utils is, which brings a database with it.
  ...Object.entries({
    not_found: '404',
    unauthorized: '401',
    not_allowed: '400',
    conflict: '409',
    duplicate_error: '422',
  }).map(
    ([type, answer]): FamilyCase => ({
      library: '@medusajs/utils',
      what: type,
      mapper: 'stated-elsewhere',
      raise: thrower(() =>
        Object.assign(new Error(WORDS), { __isMedusaError: true, type, date: new Date() }),
      ),
      answer,
      detail: WORDS,
      told: MESSAGE,
    }),
  ),
  {
    library: '@loopback/repository',
    what: 'EntityNotFoundError',
    mapper: 'stated-elsewhere',
    raise: thrower(() => new EntityNotFoundError('Order', CANARY)),
    answer: '404',
  },
  {
    library: 'graphql',
    what: 'a document that is not well-formed',
    mapper: 'graphql',
    raise: () => parse(`{ ${CANARY.replace('-', '_')}(`),
    answer: '400 graphql_document_invalid',
  },
  {
    library: 'graphql',
    what: 'a field that is unknown',
    mapper: 'graphql',
    raise: thrower(() => validate(schema, parse('{ kanari97531 }'))[0]),
    answer: '400 graphql_document_invalid',
  },
  {
    library: 'graphql',
    what: 'what validate found, as its list',
    mapper: 'graphql',
    raise: thrower(() => validate(schema, parse('{ kanari97531 }'))),
    answer: '400 graphql_document_invalid',
  },
  {
    library: 'graphql',
    what: 'a variable of a wrong type',
    mapper: 'graphql',
    raise: thrower(
      () =>
        graphqlSync({
          schema,
          source: 'query($id: Int!) { order(id: $id) }',
          variableValues: { id: CANARY },
        }).errors?.[0],
    ),
    answer: '400 graphql_document_invalid',
  },
  {
    library: 'graphql',
    what: 'extensions.http.status',
    mapper: 'graphql',
    raise: thrower(
      () => new GraphQLError(WORDS, { extensions: { http: { status: 404 }, secret: CANARY } }),
    ),
    answer: '404',
    detail: WORDS,
    told: MESSAGE,
  },
  {
    library: 'graphql',
    what: 'extensions.code, of a resolver',
    mapper: 'graphql',
    raise: () =>
      run(
        '{ order(id: 1) }',
        thrower(
          () => new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } }),
        ),
      ),
    answer: '401',
    detail: 'Sign in first.',
    // Of the one that graphql-js makes of it, and of the resolver's own.
    told: /\.message$/,
  },
];
