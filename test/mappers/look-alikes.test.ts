import { Conflict, explainMapping, when } from '@faultless/core';
import { ValidationError as Invalid } from 'class-validator';

const error = (members: object) => Object.assign(new Error('kanari'), members);
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};

/** Errors that share a name, a code or a property with a library's, and not its shape. */
const OTHERS: Readonly<Record<string, [thrown: unknown, status: number]>> = {
  'a JsonWebTokenError without a message': [{ name: 'JsonWebTokenError' }, 500],
  'a TokenExpiredError that tells no time': [error({ name: 'TokenExpiredError' }), 500],
  'a NotBeforeError that tells no time': [error({ name: 'NotBeforeError' }), 500],
  'an invalid_token that is no 401': [
    error({ code: 'invalid_token', status: 418, inner: {} }),
    418,
  ],
  'an insufficient_scope without a challenge': [
    error({ code: 'insufficient_scope', status: 403 }),
    403,
  ],
  'an AuthenticationError that is no 401': [
    error({ name: 'AuthenticationError', status: 403 }),
    403,
  ],
  'an AuthenticationError of an app': [
    error({ name: 'AuthenticationError', status: 401, message: 'Unauthorized' }),
    401,
  ],
  'an AuthenticationError with a code': [
    Object.assign(Object.create({ name: 'Error' }) as object, {
      name: 'AuthenticationError',
      message: 'Unauthorized',
      status: 401,
      code: 'kanari',
    }),
    401,
  ],
  'a ZodError without issues': [error({ name: 'ZodError' }), 500],
  'a ZodError whose issues are a revoked proxy': [
    error({ name: 'ZodError', issues: revoked() }),
    500,
  ],
  'a ValiError without issues': [error({ name: 'ValiError' }), 500],
  'a SchemaError without issues': [error({ name: 'SchemaError' }), 500],
  'a TraversalError without errors': [error({ name: 'TraversalError' }), 500],
  'a ValidationError without its list': [error({ name: 'ValidationError' }), 500],
  'isJoi without details': [error({ isJoi: true }), 500],
  'details without isJoi': [error({ isJoi: 1, details: [] }), 500],
  'isBoom that is not true': [error({ isBoom: 1, output: { statusCode: 404 } }), 500],
  'a boom without a status': [error({ isBoom: true }), 500],
  'a status that is no error': [error({ isBoom: true, output: { statusCode: 204 } }), 500],
  'a list of texts': [['kanari'], 500],
  'an empty list': [[], 500],
  'constraints without a property': [error({ constraints: {} }), 500],
  'errors that are something else': [error({ errors: ['kanari'], status: 400 }), 400],
  'errors with other codes': [
    error({ errors: [{ path: '/body/a', errorCode: 'kanari' }], status: 400 }),
    400,
  ],
  'mapped that is no function': [error({ mapped: {}, errors: [{}] }), 500],
  'an httpCode with an unknown code': [error({ httpCode: 413, code: 9999 }), 500],
  'an httpCode that is the server’s fault': [error({ httpCode: 500, code: 1017 }), 500],
  'a code of formidable’s without an httpCode': [error({ code: 1009 }), 500],
  'a 415 of somebody else': [error({ status: 415 }), 415],
  'a 400 with a body that is no text': [error({ status: 400, body: {} }), 400],
  'a URIError of the server’s own': [new URIError('kanari'), 500],
  'corrupt data of the server’s own': [error({ code: 'Z_DATA_ERROR' }), 500],
  'a message that only begins like a form parser’s': [new Error('Multipart: kanari'), 500],
  'getResponse that is no function': [error({ status: 404, getResponse: 1 }), 404],
  'headers that can’t be listed': [
    error({
      status: 404,
      headers: new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('kanari');
          },
        },
      ),
    }),
    404,
  ],
};

/** As Anthropic's SDK has it, and others that are made by the same generator. */
class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError';
  readonly status = 401;
  readonly headers = new Headers();
  readonly requestID = 'kanari';
}

describe('an error that only looks like a library’s', () => {
  it('is another server’s, whatever passport calls its own', () => {
    const { error: mapped, mapper } = explainMapping(new AuthenticationError('kanari'));
    expect([mapped.status, mapper]).toEqual([502, 'upstream']);
  });

  it.each(Object.entries(OTHERS))('is not taken for it: %s', (_, [thrown, status]) => {
    const { error: mapped, notices } = explainMapping(thrown);
    expect([mapped.status, mapped.code, notices]).toEqual([status, undefined, []]);
    expect(JSON.stringify(mapped)).not.toContain('kanari');
  });

  it('is left to the next mapper by a guard that does not know it', () => {
    const never = when(
      (_: unknown): _ is string => false,
      () => new Conflict(),
    );
    expect(explainMapping(new Error('x'), { mappers: [never] }).error.status).toBe(500);
  });
});

const pointers = (thrown: unknown) => {
  const errors = explainMapping(thrown).error.extensions?.errors;
  return (errors as { pointer: string }[]).map(({ pointer }) => pointer);
};

describe('a member of class-validator’s list', () => {
  it('may be thrown alone, and have no property', () => {
    const alone = Object.assign(new Invalid(), {
      property: undefined,
      constraints: { unknownValue: 'kanari' },
    });
    expect(pointers(alone)).toEqual(['#']);
  });

  it('is looked into to a depth that no request needs', () => {
    const nest = (depth: number): object => ({
      property: 'a',
      children: depth === 0 ? [] : [nest(depth - 1)],
      constraints: { is: 'x' },
    });
    expect(pointers([nest(100)])).toHaveLength(33);
  });
});

describe('older and odd shapes', () => {
  it('of express-validator', () => {
    const result = { array: () => [], mapped: () => ({}) };
    expect(
      pointers(error({ ...result, errors: [{ param: 'a.b', location: 'kanari', msg: {} }] })),
    ).toEqual(['#/a/b']);
    expect(
      pointers(error({ ...result, errors: [{ msg: 'x' }, { type: 'unknown_fields' }] })),
    ).toEqual(['#']);
  });

  it('of express-openapi-validator', () => {
    const found = (path: string) =>
      error({ status: 400, errors: [{ path, errorCode: 'type.openapi.validation' }] });
    expect(pointers(found('/kanari/a'))).toEqual(['#/kanari/a']);
    expect(pointers(found('/query'))).toEqual(['#']);
  });

  it('of ajv: a member that is not named', () => {
    const found = { instancePath: '/a', schemaPath: '#', keyword: 'required' };
    expect(pointers([found, {}])).toEqual(['#/a', '#']);
  });

  it('of yup: no path', () => {
    expect(pointers(error({ name: 'ValidationError', inner: [], params: {} }))).toEqual(['#']);
  });

  it('of express-oauth2-jwt-bearer: a DPoP proof', () => {
    const thrown = error({
      code: 'invalid_dpop_proof',
      status: 400,
      headers: { 'WWW-Authenticate': 'DPoP' },
    });
    expect(explainMapping(thrown).error).toMatchObject({ status: 400, code: 'dpop_proof_invalid' });
  });

  it('of express-oauth2-jwt-bearer: a challenge without a scope', () => {
    const thrown = error({
      code: 'insufficient_scope',
      status: 403,
      headers: { 'WWW-Authenticate': 'Bearer realm="api"' },
    });
    expect(explainMapping(thrown).error.code).toBe('scope_insufficient');
  });
});
