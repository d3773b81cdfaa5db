import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { isProblem, type ProblemFetchOptions, problemFetch } from '@faultless/client';
import { BadRequest, handle, NotFound, TooManyRequests, Unauthorized } from '@faultless/node';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { closeAll, serve } from '../harness/serve.js';
import { CLIENTS, problemOf } from './every-client.js';

const FOLDER = 'test/client/recorded';

const read = (name: string): Buffer => readFileSync(`${FOLDER}/${name}.http`);

/** What of an answer's bytes is its JSON. */
const documentOf = (name: string): unknown =>
  JSON.parse(String(read(name)).split('\r\n\r\n')[1] ?? '');

/** Sends the bytes, whatever is asked. */
async function replay(name: string): Promise<{ url: string; stop: () => void }> {
  const bytes = read(name);
  const server = createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(bytes));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/orders/7`, stop: () => server.close() };
}

async function problemFrom(
  name: string,
  ask: (typeof CLIENTS)[number][1],
  options: ProblemFetchOptions = {},
) {
  const { url, stop } = await replay(name);
  try {
    return { error: await problemOf(ask(url, options)), url };
  } finally {
    stop();
  }
}

/** Spring's own shape of an error, before it had problem details, and Rails'. */
const byError = { envelope: ({ error }: Record<string, unknown>) => ({ title: String(error) }) };

const EXPECTED: Readonly<
  Record<string, readonly [problem: Record<string, unknown>, options?: ProblemFetchOptions]>
> = {
  'spring-problem-detail': [
    {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'Invalid request content.',
      instance: '/api/orders',
    },
  ],
  'spring-error-attributes': [{ type: 'about:blank', title: 'Not Found', status: 404 }, byError],
  'aspnet-problem-details': [
    {
      type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5',
      title: 'Not Found',
      status: 404,
      traceId: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
    },
  ],
  'aspnet-validation': [
    {
      type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: {
        Name: ['The Name field is required.'],
        Price: ['The field Price must be between 1 and 100.'],
      },
      traceId: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
    },
  ],
  'rails-json': [{ type: 'about:blank', title: 'Not Found', status: 404 }, byError],
  'rails-page': [{ type: 'about:blank', status: 500 }],
  'cloudflare-page': [{ type: 'about:blank', status: 522 }],
  'cloudflare-text': [{ type: 'about:blank', status: 503 }],
  'nginx-page': [{ type: 'about:blank', status: 502 }],
  'rfc9457-out-of-credit': [
    {
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      status: 403,
      detail: 'Your current balance is 30, but that costs 50.',
      instance: '/account/12345/msgs/abc',
      balance: 30,
      accounts: ['/account/12345', '/account/67890'],
    },
  ],
  'rfc9457-validation-error': [
    {
      type: 'https://example.net/validation-error',
      title: 'Your request is not valid.',
      status: 422,
      errors: [
        { detail: 'must be a positive integer', pointer: '#/age' },
        { detail: "must be 'green', 'red' or 'blue'", pointer: '#/profile/color' },
      ],
    },
  ],
  'rfc9457-xml': [
    {
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      status: 403,
      detail: 'Your current balance is 30, but that costs 50.',
      instance: 'https://example.net/account/12345/msgs/abc',
      balance: '30',
      accounts: ['https://example.net/account/12345', 'https://example.net/account/67890'],
    },
  ],
};

describe.each(CLIENTS)('answers as others send them, by %s:', (_client, ask) => {
  it.each(Object.entries(EXPECTED))('%s', async (name, [problem, options]) => {
    const { error, url } = await problemFrom(name, ask, options);
    expect(error.problem).toEqual(problem);
    expect([error.status, error.url]).toEqual([problem.status, url]);
  });

  it('say when to come back', async () => {
    const { error } = await problemFrom('cloudflare-text', ask);
    expect(error.retry).toMatchObject({ worthwhile: true, afterMs: 120_000 });
    expect((await problemFrom('nginx-page', ask)).error.retry.worthwhile).toBe(true);
    expect((await problemFrom('rails-page', ask)).error.retry.worthwhile).toBe(false);
  });
});

it('the answers are all that are recorded', () => {
  const recorded = readdirSync(FOLDER).map((file) => file.replace(/\.http$/, ''));
  expect(recorded.sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe('the JSON Schema of RFC 9457, appendix A,', () => {
  const ajv = new Ajv2020();
  ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'https://a.example/'));
  const isProblemObject = ajv.compile({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'An RFC 7807 problem object',
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 100, maximum: 599 },
      detail: { type: 'string' },
      instance: { type: 'string', format: 'uri-reference' },
    },
  });

  afterAll(closeAll);

  it.each(['rfc9457-out-of-credit', 'rfc9457-validation-error'])('holds for %s', (name) => {
    expect(isProblemObject(documentOf(name))).toBe(true);
    expect(isProblemObject({ ...(documentOf(name) as object), status: '403' })).toBe(false);
  });

  it('holds for what is sent, and for what is read of it', async () => {
    const errors = [
      new NotFound(),
      new Unauthorized('orders'),
      new TooManyRequests({ retryAfter: 7 }),
      new BadRequest('No.', {
        type: 'https://a.example/b',
        extensions: { errors: [{ detail: 'a' }] },
      }),
      new Error('a secret'),
    ];
    let index = 0;
    const { origin } = await serve(
      handle(
        () => {
          throw errors[index];
        },
        { report: () => undefined },
      ),
    );
    for (; index < errors.length; index += 1) {
      const document: unknown = await (await fetch(origin)).json();
      expect([isProblemObject(document), isProblemObject.errors]).toEqual([true, null]);
      const error: unknown = await problemFetch(fetch, { retries: 0 })(origin).catch(
        (thrown: unknown) => thrown,
      );
      if (!isProblem(error)) throw error;
      expect([isProblemObject(error.problem), isProblemObject.errors]).toEqual([true, null]);
    }
  });
});
