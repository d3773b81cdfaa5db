import { explainMapping } from '@faultless/core';
import { TRPCError } from '@trpc/server';
import { buildSchema, GraphQLError, graphqlSync, parse } from 'graphql';
import createError from 'http-errors';
import moleculer from 'moleculer';
import { describeFamily } from './describe-family.js';
import { FRAMEWORK_CASES } from './framework-cases.js';
import { thrownBy } from './raise.js';

describeFamily(FRAMEWORK_CASES);

describe('graphql', () => {
  it('tells where the document is wrong', async () => {
    const { error } = explainMapping(await thrownBy(() => parse('{\n  a(')));
    expect(error.extensions).toEqual({ locations: [{ line: 2, column: 5 }] });
  });

  it('leaves what a resolver threw to whoever knows that', () => {
    const [thrown] =
      graphqlSync({
        schema: buildSchema('type Query { order: Int }'),
        source: '{ order }',
        rootValue: { order: () => createError(409) },
      }).errors ?? [];
    expect(explainMapping(thrown)).toMatchObject({
      mapper: 'http-errors',
      through: ['originalError'],
      error: { status: 409 },
    });
  });

  it('tells no message that is another error’s, and lets that decide behind a 500', () => {
    const located = (code: string): unknown =>
      new GraphQLError('already sent', {
        originalError: createError(409, 'already sent', { expose: false }),
        extensions: { code },
      });
    expect(explainMapping(located('FORBIDDEN')).error).toMatchObject({
      status: 403,
      detail: undefined,
    });
    expect(explainMapping(located('INTERNAL_SERVER_ERROR')).error.status).toBe(409);
  });

  it('does not know an error that says nothing: 500', () => {
    expect(explainMapping(new GraphQLError('x')).error.status).toBe(500);
    expect(explainMapping(new GraphQLError('x', { extensions: { code: 'X' } })).error.status).toBe(
      500,
    );
  });
});

describe('TRPCError', () => {
  it('of the server lets what it wraps decide', () => {
    const cause = createError(409, 'Already sent.');
    const { error } = explainMapping(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }));
    expect([error.status, error.detail]).toEqual([409, 'Already sent.']);
  });

  it('of the client does not', () => {
    const cause = createError(409, 'Already sent.');
    const { error } = explainMapping(new TRPCError({ code: 'BAD_REQUEST', message: 'No.', cause }));
    expect([error.status, error.detail]).toEqual([400, 'No.']);
  });

  it('with a code that it does not have says nothing', () => {
    const thrown = new TRPCError({ code: 'NOT_FOUND' });
    Object.assign(thrown, { code: 'LOST' });
    expect(explainMapping(thrown)).toMatchObject({ mapper: undefined, error: { status: 500 } });
  });
});

describe('a status that stands elsewhere', () => {
  it('is not believed of an error that tells of an exchange', () => {
    const upstream = { httpCode: 404, response: { status: 404, data: 'x' } };
    expect(explainMapping(Object.assign(new Error('x'), upstream)).error.status).toBe(502);
  });

  it.each([200, 302, 600, '404', Number.NaN])('is none if it is %p', (httpCode) => {
    expect(explainMapping(Object.assign(new Error('x'), { httpCode })).error.status).toBe(500);
  });

  it('is explained', () => {
    const thrown = new moleculer.Errors.MoleculerClientError('x', 404, 'NO_ORDER');
    expect(explainMapping(thrown).reason).toBe(
      'it has the marks of moleculer: type, code, retryable',
    );
  });
});
