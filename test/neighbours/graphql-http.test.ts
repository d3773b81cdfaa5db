import { jest } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createHandler as onExpress } from 'graphql-http/lib/use/express';
import { createHandler as onKoa } from 'graphql-http/lib/use/koa';
import mount from 'koa-mount';
import { failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

const options = {
  schema: buildSchema('type Query { hello: String, broken: String }'),
  rootValue: {
    hello: 'there',
    broken: () => {
      throw failure;
    },
  },
  context: ({ headers }: { headers: unknown }) => {
    if ((headers as Record<string, unknown>)['x-broken'] !== undefined) throw failure;
    return undefined;
  },
};

describeNeighbour(
  'graphql-http',
  {
    express: (app) => app.use('/graphql', onExpress(options as never) as never),
    koa: (app) => app.use(mount('/graphql', onKoa(options as never) as never)),
  },
  (company) => {
    const ask = (body: string, headers: Record<string, string> = {}) =>
      company().request({
        method: 'POST',
        path: '/graphql',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });

    it.each([
      ['a result', '{"query":"{ hello }"}', 200],
      ['an error of a field', '{"query":"{ broken }"}', 200],
      ['a field that is not there', '{"query":"{ nothing }"}', 200],
      ['content that is no JSON', '{"query', 400],
    ])('answers %s in its own words', async (_what, body, status) => {
      const answer = await ask(body);
      expect(answer.status).toBe(status);
      expect(answer.value('content-type')).toMatch(/^application\/(?:graphql-response\+)?json/);
      expect(company().reports).toEqual([]);
    });

    it('fails as a whole in one answer', async () => {
      // It prints whatever it did not expect.
      const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const answer = await ask('{"query":"{ hello }"}', { 'X-Broken': 'yes' });
      expect(printed).toHaveBeenCalledTimes(1);
      printed.mockRestore();
      expect([answer.status, answer.complete]).toEqual([500, true]);
      expect(answer.text).not.toContain('at ');
    });
  },
);
