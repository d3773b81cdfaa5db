import { ApolloServer } from '@apollo/server';
import { expressMiddleware as onExpress4 } from '@as-integrations/express4';
import { expressMiddleware as onExpress5 } from '@as-integrations/express5';
import { ApolloServer as ApolloServer4 } from 'apollo-server4';
import { expressMiddleware as ofApollo4 } from 'apollo-server4/express4';
import express, { type Express, type RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

const SCHEMA = {
  typeDefs: 'type Query { hello: String, broken: String }',
  resolvers: {
    Query: {
      hello: () => 'there',
      broken: () => {
        throw failure;
      },
    },
  },
};

/** A context that fails as the client says, as one that authenticates does. */
const context = ({ req }: { req: { headers: Record<string, unknown> } }) => {
  if (req.headers['x-refused'] === undefined) return Promise.resolve({});
  const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } };
  return Promise.reject(new GraphQLError('Who are you?', { extensions }));
};

type Integrate = (server: never, options: { context: typeof context }) => RequestHandler;

const ROWS: readonly (readonly [string, new (schema: typeof SCHEMA) => object, Integrate])[] = [
  ['Apollo Server 5 by its integration of Express 4', ApolloServer, onExpress4 as never],
  ['Apollo Server 5 by its integration of Express 5', ApolloServer, onExpress5 as never],
  ['Apollo Server 4 by its own', ApolloServer4, ofApollo4 as never],
];

describe.each(ROWS)('%s', (_name, Apollo, integrate) => {
  let apollo: { start(): Promise<void>; stop(): Promise<void> };
  beforeAll(async () => {
    apollo = new Apollo(SCHEMA) as typeof apollo;
    await apollo.start();
  });
  afterAll(() => apollo.stop());

  describeNeighbour(
    'beside the routes',
    {
      express: (app: Express) => {
        // It has to be running when its middleware is made, which is so with the first request.
        let handler: RequestHandler | undefined;
        app.use('/graphql', express.json({ limit: 1000 }), (request, response, next) => {
          handler ??= integrate(apollo as never, { context });
          void handler(request, response, next);
        });
      },
    },
    (company) => {
      const ask = (body: string, headers: Record<string, string> = {}) =>
        company().request({
          method: 'POST',
          path: '/graphql',
          headers: { 'Content-Type': 'application/json', ...headers },
          body,
        });

      it('answers in its own words what is its own', async () => {
        const fine = await ask('{"query":"{ hello }"}');
        expect([fine.status, fine.json()]).toEqual([200, { data: { hello: 'there' } }]);
        const broken = await ask('{"query":"{ broken }"}');
        expect([broken.status, broken.json().data]).toEqual([200, { broken: null }]);
        const refused = await ask('{"query":"{ hello }"}', { 'X-Refused': 'yes' });
        expect([refused.status, refused.json().errors]).toMatchObject([
          401,
          [{ message: 'Who are you?' }],
        ]);
        expect(company().reports).toEqual([]);
      });

      it.each([
        ['content that is no JSON', '{"query', 400],
        ['content that is too large', JSON.stringify({ query: ' '.repeat(1000) }), 413],
      ])('leaves %s to the error handler', async (_what, body, status) => {
        const answer = await ask(body);
        expect([answer.status, answer.json().status]).toEqual([status, status]);
        expect(answer.value('content-type')).toBe('application/problem+json');
        expect(company().reports).toMatchObject([{ sentStatus: status, outcome: 'sent' }]);
      });
    },
  );
});
