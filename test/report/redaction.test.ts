import { type ReportRecord, type ReportToOptions, reportTo } from '@faultless/report';
import { jest } from '@jest/globals';
import { createRedactor } from '../../packages/report/src/redactor.js';
import { recordOf } from './record-of.js';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2VjcmV0LXNpZ25hdHVyZQ';
const { text } = createRedactor();

describe('a text', () => {
  it.each([
    ['a token', `jwt malformed: ${JWT}`, 'jwt malformed: [redacted]'],
    ['half a token', JWT.slice(0, 40), '[redacted]'],
    ['credentials', 'sent Bearer s3cr3t-t0ken to it', 'sent Bearer [redacted] to it'],
    ['credentials behind a name', 'X-TOKEN Bearer s3cr3t-t0ken', 'X-TOKEN Bearer [redacted]'],
    ['Basic credentials', 'Basic YWRhOnNlY3JldA==', 'Basic [redacted]'],
    ['a field line', 'Cookie: a=1; b=2\nAccept: */*', 'Cookie: [redacted]\nAccept: */*'],
    ['printed fields', "{ authorization: 'x y', a: 1 }", '{ authorization: [redacted], a: 1 }'],
    [
      'a connection string',
      'no connection to postgres://ada:s3cr3t@db:5432/shop',
      'no connection to postgres://[redacted]@db:5432/shop',
    ],
    [
      'a password that should have been encoded',
      'redis://:p@ss@cache:6379 refused',
      'redis://[redacted]@cache:6379 refused',
    ],
    [
      'a connection string of members',
      'Server=db;Uid=ada;Pwd=s3cr3t;Timeout=3',
      'Server=db;Uid=ada;Pwd=[redacted];Timeout=3',
    ],
    [
      'a query',
      'GET https://api.example/users?email=ada%40example.org&key=1 failed',
      'GET https://api.example/users?[redacted] failed',
    ],
    ['a query of a path', 'GET /users?key=1 HTTP/1.1', 'GET /users?[redacted] HTTP/1.1'],
    ['an address', 'ada.lovelace@example.org is taken', '[email] is taken'],
    ['JSON', '{"password": "a \\" b"}', '{"password": [redacted]}'],
    [
      'JSON within JSON',
      JSON.stringify(JSON.stringify({ access_token: 'a', note: 'x\nCookie: b', z: 1 })),
      String.raw`"{\"access_token\":[redacted],\"note\":\"x\\nCookie: [redacted]`,
    ],
    ['a key of Stripe', 'Invalid API Key: sk_live_abcdefgh12345678', 'Invalid API Key: [redacted]'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', '[redacted]'],
    ['half a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE', '[redacted]'],
    [
      "PostgreSQL's detail",
      'Key (email, name)=(ada, Ada (the first)) already exists.',
      'Key (email, name)=([redacted]) already exists.',
    ],
    ['a row', 'Failing row contains (1, ada, null).', 'Failing row contains ([redacted]).'],
    [
      "MySQL's entry",
      "Duplicate entry 'o'neill' for key 'users.name'",
      "Duplicate entry '[redacted]' for key 'users.name'",
    ],
    [
      "MongoDB's key",
      'E11000 duplicate key error collection: a.b index: name_1 dup key: { name: "ada" }',
      'E11000 duplicate key error collection: a.b index: name_1 dup key: { [redacted] }',
    ],
    [
      'a value that PostgreSQL could not read',
      'invalid input syntax for type integer: "ada"',
      'invalid input syntax for type integer: "[redacted]"',
    ],
    [
      "Drizzle's parameters",
      'Failed query: insert into "users" values ($1)\nparams: ada,s3cr3t',
      'Failed query: insert into "users" values ($1)\nparams: [redacted]',
    ],
    [
      'literals of SQL',
      "INSERT INTO users (name) VALUES ('o''neill', 'x')",
      "INSERT INTO users (name) VALUES ('[redacted]', '[redacted]')",
    ],
    ['a control character', 'a\u001b[2Jb\u009bc\u202ed\re', 'a\\u001b[2Jb\\u009bc\\u202ed\\u000de'],
  ])('has no %s', (_what, given, expected) => {
    expect(text(given, 4096)).toBe(expected);
  });

  it.each([
    "Cannot read properties of undefined (reading 'id')",
    'connect ECONNREFUSED 127.0.0.1:5432',
    "Can't update 'name' from 'a' to 'b'",
    'Unexpected token } in JSON at position 7',
    'The Bearer authentication scheme is missing, and so is the token.',
    '    at fail (/app/node_modules/.pnpm/express@5.3.0/node_modules/express/index.js:1:2)',
    'https://example.com/problems/out-of-credit',
    'What? Not this way.\n\tno',
    'duplicate key value violates unique constraint "users_email_key"',
    'the password is wrong',
    'key 12 not found',
    'token expired',
    'Token expired at 12:30',
    'Basic validation failed, and basic authentication is missing',
    'JsonWebTokenError: invalid token',
    'TokenExpiredError: jwt expired',
    'invalid signature: none of 3 keys fits',
    'Unexpected token < in JSON at position 0',
    `Unexpected token '<' at 1`,
    "Expected ',' or '}' after property value in JSON at position 12 (line 1 column 13)",
    '"undefined" is not valid JSON',
    '"[object Object]" is not valid JSON',
    'Unexpected end of JSON input',
    'Cannot convert undefined or null to object',
    'no order 8f14e45f-ceea-467f-a0e7-f0b0b8e0a1c2 in /var/lib/orders/2020-01-01.json',
    'C:\\app\\src\\session\\token.js is missing',
    'relation "users" does not exist',
    'column "password" of relation "users" does not exist',
    'null value in column "name" of relation "users" violates not-null constraint',
    'insert or update on table "orders" violates foreign key constraint "orders_user_id_fkey"',
    "Unknown column 'a.token' in 'where clause'",
    'UNIQUE constraint failed: users.email',
    'ORA-12899: value too large for column "S"."T"."C" (actual: 9, maximum: 5)',
    '{"primaryKey":"id","foreignKey":"user_id","cacheKey":"a","keyPattern":{"name":1}}',
    'isTokenValid: false, password: null, session: undefined',
    'http://localhost:3000/@vite/client and https://example.com/@ada/a@b',
    '    at signToken (file:///app/node_modules/.pnpm/a@1.0.0/node_modules/a/token.js:12:3)',
    '    at async Session.open (node:internal/process/task_queues:95:5)',
    'express@5.3.0 needs node >= 18',
    '1 key: value pair is too many',
    'What if a=1 & b=2?',
    "Access denied for user 'ada'@'localhost' (using password: YES)",
    'password authentication failed for user "ada"',
    'invalid csrf token, and the session expired',
    'csrf: the check failed, mfa: required',
    "EACCES: permission denied, open '/etc/secrets/token'",
    "Cannot find module './tokens/session' from '/app/src/auth.ts'",
    "Cannot read properties of null (reading 'accessToken')",
    'The "key" argument must be of type string. Received type number (1)',
    'User validation failed: age: Path `age` (3) is less than minimum allowed value (18).',
    'template.pug:3:5\n  > 3| p= a.b\n-------^\n\na is not defined',
    'timeout: 5000, retries: 3, host: db.internal:5432, tokens: 512 of 4096',
  ])('keeps %j', (given) => {
    expect(text(given, 4096)).toBe(given);
  });

  it('has no half of a secret where it is cut', () => {
    const given = `${'a '.repeat(2000)}${JWT}`;
    expect(text(given, 4010)).not.toContain('eyJ');
    expect(text('x'.repeat(5000), 4096)).toBe(`${'x'.repeat(3840)} … 1160 more characters`);
    expect(text('x'.repeat(9000), 4096)).toBe(`${'x'.repeat(4096)} … 4904 more characters`);
  });

  it.each([
    ['letters', 'a'],
    ['colons', ':'],
    ['slashes', '/'],
    ['schemes', 'a://'],
    ['quotes', "'"],
    ['addresses', 'a.'],
    ['signs', 'a@'],
    ['selections', 'select '],
    ['names', 'password '],
    ['names in one', 'password'],
    ['tokens', 'eyJaaaaaaaa.'],
    ['keys', '-----BEGIN PRIVATE KEY-----'],
    ['spaces', 'Bearer  '],
    ['brackets', 'Key (a)=('],
    ['questions', '/a?a='],
    ['question marks', 'a?a'],
    ['passwords', 'a://a:a'],
    ['backslashes', '\\'],
    ['open values', 'password={'],
    ['open quotes', 'password="'],
    ['names without a value', 'password:'],
    ['names in a list', '"cookie",'],
    ['keys without an end', ')=('],
    ['refusals', 'invalid input: "'],
    ['places', 'near "'],
    ['values', 'value `'],
    ['tokens of JSON', 'Unexpected token , "'],
    ['aliases', 'Unresolved alias '],
    ['enumerations', '` is not a valid '],
    ['tags', "Tag 'a"],
    ['values of SQL', 'values ("",'],
    ['equal signs', '='],
    ['commas', 'pwd=a,a,'],
  ])('of nothing but %s takes no time', (_what, part) => {
    const given = part.repeat(16_384 / part.length);
    const start = performance.now();
    text(given, 16_384);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('an error', () => {
  const fieldsOf = (fields: object, options?: ReportToOptions<unknown>): unknown =>
    recordOf(Object.assign(new Error('x'), fields), options).error.fields;

  it('has no secret in its members, whatever their names are like', () => {
    const secrets = {
      authorization: 's3cr3t',
      'Set-Cookie': ['s3cr3t'],
      userPassword: 's3cr3t',
      client_secret: 's3cr3t',
      accessToken: 's3cr3t',
      'x-api-key': 's3cr3t',
      apikey: 12_345,
      privateKey: { key: 's3cr3t' },
      sessionId: 's3cr3t',
      pwd: 's3cr3t',
      data: { name: 's3cr3t' },
      body: 's3cr3t',
      parameters: ['s3cr3t'],
      value: 's3cr3t',
      keyValue: { email: 's3cr3t' },
      requestBody: 's3cr3t',
      queryParams: { a: 's3cr3t' },
      sqlParameters: ['s3cr3t'],
      bindings: ['s3cr3t'],
      encryptionKey: 's3cr3t',
      'x-vault-token': 's3cr3t',
      AccountKey: 's3cr3t',
      sig: 's3cr3t',
      snippet: 's3cr3t',
    };
    const hidden = Object.fromEntries(Object.keys(secrets).map((name) => [name, '[redacted]']));
    expect(fieldsOf({ config: { headers: secrets } })).toEqual({ config: { headers: hidden } });
  });

  it('keeps what is none', () => {
    const fields = { errno: -111, syscall: 'connect', retry: true, path: ['a', 0], author: 'ada' };
    expect(fieldsOf(fields)).toEqual(fields);
  });

  it('keeps identifiers, by which a fault is found', () => {
    const fields = {
      key: 'users/7.png',
      primaryKey: 'id',
      foreign_key: 'user_id',
      cacheKey: 'users:7',
      'idempotency-key': 'a-1',
      routingKey: 'orders.created',
      keyPattern: { name: 1 },
      unrecognized_keys: ['nmae'],
      constraint: 'users_email_key',
      table: 'user_tokens',
      column: 'password',
      columns: ['id', 'password'],
    };
    expect(fieldsOf(fields)).toEqual(fields);
  });

  it('names instances of classes, whose members may be anything', () => {
    class Connection {
      readonly options = { user: 's3cr3t' };
    }
    expect(fieldsOf({ connection: new Connection(), map: new Map([['a', 's3cr3t']]) })).toEqual({
      connection: '[Connection]',
      map: '[Map]',
    });
  });

  it('has no fields of a header that is a list', () => {
    expect(fieldsOf({ list: ['Accept', 'a', 'Authorization', 's3cr3t'] })).toEqual({
      list: ['Accept', 'a', 'Authorization', '[redacted]'],
    });
    const pairs = [
      ['x-vault-token', 's3cr3t'],
      ['a', 'b'],
      ['password', 's3cr3t'],
      ['pin', 1],
    ];
    expect(fieldsOf({ pairs, flat: ['A', 'b', 'x-vault-token', 's3cr3t', 'c'] })).toEqual({
      pairs: [
        ['x-vault-token', '[redacted]'],
        ['a', 'b'],
        ['password', '[redacted]'],
        ['pin', 1],
      ],
      flat: ['A', 'b', 'x-vault-token', '[redacted]', 'c'],
    });
  });

  it('has none in its causes, nor in the errors that it gathers', () => {
    const inner = Object.assign(new Error(`no ${JWT}`), { password: 's3cr3t' });
    const { error } = recordOf(new AggregateError([inner], 'x', { cause: inner }));
    expect(error.cause).toMatchObject({
      message: 'no [redacted]',
      fields: { password: '[redacted]' },
    });
    expect(JSON.stringify(error)).not.toMatch(/s3cr3t|eyJ/);
  });

  it('has none in its stack, which is told as the message is', () => {
    const { error } = recordOf(new Error(`no ${JWT}`));
    expect(error.stack).toMatch(/^Error: no \[redacted\]\n {4}at /);
  });

  it('loses what is added, by name and by path', () => {
    const options = { redact: { paths: ['iban', 'error.fields.customers.*.name'] } };
    const given = { a: { iban: 'DE' }, customers: [{ name: 'ada', id: 1 }], name2: { name: 'b' } };
    expect(fieldsOf(given, options)).toEqual({
      a: { iban: '[redacted]' },
      customers: [{ name: '[redacted]', id: 1 }],
      name2: { name: 'b' },
    });
  });

  it('loses it wherever it is in the record, whatever the case of its name', () => {
    const inner = (): Error =>
      Object.assign(new Error('no ada'), { IBAN: 'DE1', Account: { Id: 1 } });
    const gathered = new AggregateError([inner()], 'x', { cause: inner() });
    const thrown = Object.assign(new Error('no ada', { cause: gathered }), {
      list: ['Iban', 'DE2'],
      inner: inner(),
    });
    const records: ReportRecord[] = [];
    reportTo([(record) => records.push(record)], {
      redact: {
        paths: [
          'iban',
          'Error.message',
          'error.cause.errors.*.message',
          'error.cause.cause.fields.account.id',
          'notices.*.message',
          'notices.0.cause.FIELDS.account.*',
          'path',
        ],
      },
    })({ ...recordOf.report(thrown), notices: [{ message: 'ada', cause: inner() }] }, {});
    const [record] = records;
    const told = { message: 'no ada', fields: { IBAN: '[redacted]', Account: { Id: 1 } } };
    const hidden = { fields: { IBAN: '[redacted]', Account: { Id: '[redacted]' } } };
    expect(record).toMatchObject({
      path: '[redacted]',
      error: {
        message: '[redacted]',
        stack: expect.stringMatching(/^Error: \[redacted\]\n {4}at /),
        fields: { list: ['Iban', '[redacted]'], inner: told },
        cause: {
          message: 'x',
          errors: [{ ...told, message: '[redacted]' }],
          cause: { ...told, ...hidden },
        },
      },
      notices: [{ message: '[redacted]', cause: { ...told, ...hidden } }],
    });
  });

  it('keeps what is allowed whole, but for what a terminal would obey', () => {
    const options = { redact: { allow: ['Error.Message', 'error.fields.TOKEN'] } };
    const thrown = Object.assign(new Error(`a ${JWT}`), { token: `${JWT}\u001b[2J` });
    const { error } = recordOf(thrown, options);
    expect(error.message).toBe(`a ${JWT}`);
    expect(error.fields).toEqual({ token: `${JWT}\\u001b[2J` });
  });

  it('keeps what is allowed, and no more', () => {
    const options = { redact: { allow: ['tokenName', 'error.fields.a.token'] } };
    const given = { tokenName: 'refresh', a: { token: 'x' }, b: { token: 'y' } };
    expect(fieldsOf(given, options)).toEqual({
      tokenName: 'refresh',
      a: { token: 'x' },
      b: { token: '[redacted]' },
    });
  });
});

describe('reportTo', () => {
  it.each<[string, unknown[], RegExp]>([
    ['no list', [() => 1], /sinks must be a list of functions/],
    ['what is no sink', [[1]], /sinks must be a list of functions/],
    ['an unknown option', [[], { redakt: {} }], /did you mean redact/],
    ['a path that is none', [[], { redact: { paths: ['a..b'] } }], /option redact/],
    ...['fields.iban', 'error.iban', 'error.fields', 'request.body', 'err.fields.a', '*'].map(
      (path): [string, unknown[], RegExp] => [
        `a path that leads nowhere, ${path},`,
        [[], { redact: { allow: [path] } }],
        /option redact.allow must have names, or paths such as error\.fields\.iban/,
      ],
    ),
    ['an unknown list', [[], { redact: { keys: [] } }], /option redact/],
    ['no function', [[], { requestId: 'id' }], /option requestId/],
  ])('refuses %s', (_what, given, message) => {
    expect(() => reportTo(...(given as Parameters<typeof reportTo>))).toThrow(message);
  });

  it('gives all sinks their record, though others throw, reject or hang', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const records: ReportRecord[] = [];
    const report = reportTo([
      () => {
        throw new Error('no disk, Bearer s3cr3t-t0ken');
      },
      () => Promise.reject(new Error('no network')),
      () => new Promise(() => undefined),
      (record) => records.push(record),
    ]);
    expect(report(recordOf.report(new Error('x')), {})).toBeUndefined();
    await new Promise(setImmediate);
    const text = String(printed.mock.calls);
    printed.mockRestore();
    expect(records).toHaveLength(1);
    expect(text).toMatch(/a sink failed:\n {4}Error: no disk, Bearer \[redacted\]/);
    expect(text).toMatch(/a sink failed:\n {4}Error: no network/);
    expect(text).toContain('  Error: x\n');
  });

  it('makes no record that no sink takes', () => {
    const error = Object.defineProperty(new Error('x'), 'message', {
      get: () => {
        throw new Error('it was read');
      },
    });
    const sink = Object.assign(() => undefined, { takes: () => false });
    const report = recordOf.report(error);
    const watched = new Proxy(report, {
      get: () => {
        throw new Error('the report was read');
      },
    });
    expect(() => reportTo([sink])(watched, {})).not.toThrow();
  });
});
