import { devPages } from '@faultless/dev';
import { Forbidden, htmlPage, jsonEnvelope, NotFound, problemJson, views } from '@faultless/node';
import { eachServer } from '../contract/support/each-server.js';
import type { Options } from '../harness/servers.js';

const secret = new Forbidden('Only for the board.', { conceal: true });
const LOCAL = { Host: 'localhost' };

function failed(): never {
  throw new TypeError('x <b>is</b> no "function"', {
    cause: new Error('the disk\u001b[31m is full'),
  });
}

const rejected = (thrown: unknown) => () => {
  throw thrown;
};

eachServer('devPages', (start, { framework }) => {
  const develop = (handler: () => unknown = failed, options: Options = {}) =>
    start(handler, devPages(options));

  it('shows a page with the stack, its causes, the request and what production sends', async () => {
    const server = await develop();
    const answer = await server.request({
      path: '/orders/7?token=s3cr3t',
      headers: {
        ...LOCAL,
        Accept: 'text/html',
        Cookie: 'sid=s3cr3t',
        Authorization: 'Basic s3cr3t',
      },
    });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('x &lt;b&gt;is&lt;/b&gt; no');
    expect(answer.text).not.toContain('<b>is</b>');
    for (const part of [
      'dev-pages.test.ts',
      'is full',
      '/orders/7',
      'no mapper knows it',
      'TypeError',
    ]) {
      expect(answer.text).toContain(part);
    }
    // What leaves in production is there as text.
    expect(answer.text).toContain('500 Internal Server Error');
    expect(answer.text).toContain('&lt;!doctype html&gt;');
    expect(answer.text).not.toContain('s3cr3t');
    expect(answer.values('content-security-policy')).toHaveLength(1);
    expect(answer.value('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'nonce-/,
    );
    expect(answer.value('cache-control')).toBe('no-store');
    expect(server.onlyReport()).toMatchObject({ level: 'error', outcome: 'sent', notices: [] });
  });

  it('gives JSON the member debug', async () => {
    const server = await develop(rejected(secret));
    const answer = await server.request({ headers: LOCAL });
    expect(answer.status).toBe(404);
    expect(answer.value('content-type')).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 404,
      title: 'Not Found',
      debug: {
        error: expect.arrayContaining([expect.stringContaining('Only for the board.')]),
        causes: [],
        mapping: { Mapper: 'none', Reason: 'it is an HttpError already' },
        report: { 'True status': '403', Concealed: 'yes, the client sees a 404' },
      },
    });
  });

  it('gives it to an envelope too', async () => {
    const renderers = [jsonEnvelope(({ code }) => ({ error: { code } }))] as const;
    const server = await develop(rejected(new NotFound()), { renderers });
    const body = (await server.request({ headers: LOCAL })).json();
    expect(body).toMatchObject({ error: { code: 'not_found' }, debug: { causes: [] } });
  });

  it('gives a terminal text that it does not obey', async () => {
    const server = await develop();
    const answer = await server.request({ headers: { ...LOCAL, Accept: 'text/plain' } });
    for (const part of [
      'x <b>is</b> no "function"',
      'Caused by',
      'the disk',
      'In production',
      'Status: 500',
    ]) {
      expect(answer.text).toContain(part);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(answer.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  it('says of a HEAD what it says of a GET', async () => {
    const server = await develop();
    const headers = { ...LOCAL, Accept: 'text/plain' };
    const get = await server.request({ headers });
    const head = await server.request({ headers, method: 'HEAD' });
    expect(head.text).toBe('');
    expect(Number(head.value('content-length'))).toBeGreaterThan(500);
    expect(get.value('content-length')).toBe(String(Buffer.byteLength(get.text)));
  });

  it.each<[string, Record<string, string>]>([
    ['asks for another host', { Host: 'shop.example' }],
    ['came through a proxy', { ...LOCAL, 'X-Forwarded-For': '127.0.0.1' }],
    ['is of the page of another origin', { ...LOCAL, Origin: 'https://shop.example' }],
  ])('tells nothing to a request that %s', async (_what, headers) => {
    const debugged = await develop();
    const usual = await start(failed, {});
    for (const accept of [
      'application/json',
      'text/html',
      'text/plain',
      'application/problem+json',
    ]) {
      const answers = [];
      for (const server of [debugged, usual]) {
        const answer = await server.request({ headers: { ...headers, Accept: accept } });
        const fields = answer.fields.filter(([name]) => name !== 'Date');
        const same = (text: string) => text.replaceAll(/urn:uuid:[\da-f-]{36}/g, '');
        answers.push([answer.status, fields, same(answer.text)]);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(JSON.stringify(answers[0])).not.toMatch(/disk|debug|dev-pages/);
    }
  });

  it('shows others the view, and the developer its own page', async () => {
    const renderers = [views(() => 'the view'), problemJson] as const;
    const server = await develop(failed, { renderers });
    expect((await server.request({ headers: { Host: 'shop.example' } })).text).toBe('the view');
    expect((await server.request({ headers: LOCAL })).text).toContain('dev-pages.test.ts');
  });

  it('knows the mappers of the options', async () => {
    const mappers = [{ name: 'stock', map: () => new NotFound('Sold out.') }] as const;
    const server = await develop(rejected(new Error('empty')), { mappers });
    expect((await server.request({ headers: LOCAL })).json()).toMatchObject({
      detail: 'Sold out.',
      debug: { mapping: { Mapper: 'stock', Reason: 'a mapper of the options took it' } },
    });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a text', 'oops'],
    ['a symbol', Symbol('oops')],
    ['an error without a stack', Object.assign(new Error('oops'), { stack: undefined })],
    ['a list of errors', new AggregateError([new Error('one'), new Error('two')], 'oops')],
    [
      'an error that causes itself',
      Object.defineProperty(new Error('oops'), 'cause', {
        get() {
          return this;
        },
      }),
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('answers %s', async (_what, thrown) => {
    const server = await develop(() => Promise.reject(thrown));
    for (const accept of ['text/html', 'text/plain', 'application/json']) {
      const answer = await server.request({ headers: { ...LOCAL, Accept: accept } });
      // Express takes it for no error at all.
      const isNothing = framework === 'express' && (thrown ?? undefined) === undefined;
      expect(answer.status).toBe(isNothing ? 404 : 500);
      expect(answer.value('content-type')).toContain(accept);
      expect(answer.value('content-length')).toBe(String(Buffer.byteLength(answer.text)));
    }
  });

  it('is over when NODE_ENV says production later', async () => {
    const server = await develop();
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      expect((await server.request({ headers: LOCAL })).json()).not.toHaveProperty('debug');
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});

describe('NODE_ENV', () => {
  const before = process.env.NODE_ENV;
  const set = (value: string | undefined): void => {
    if (value === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = value;
  };
  afterEach(() => {
    set(before);
  });

  it.each([undefined, '', 'development', 'dev', 'test'])('may be %p', (value) => {
    set(value);
    expect(devPages({ realm: 'shop' })).toMatchObject({ realm: 'shop' });
  });

  it.each(['production', 'Production', 'production ', 'prod', 'staging', 'preview', 'live', '0'])(
    'may not be %p',
    (value) => {
      set(value);
      expect(() => devPages()).toThrow(TypeError);
      expect(() => devPages()).toThrow(`'test' or nothing, not '${value}'`);
    },
  );
});

it.each([[null], 'html', [problemJson, {}]])(
  'leaves it to the error handler to refuse the renderers %j',
  (renderers) => {
    expect(devPages({ renderers } as unknown as Options).renderers).toBe(renderers);
  },
);

it('leaves formats alone that it has nothing for', () => {
  const xml = { mediaType: 'application/xml', render: () => '<a/>' };
  expect(devPages({ renderers: [xml, htmlPage({ brand: 'Shop' })] }).renderers?.[0]).toBe(xml);
});
