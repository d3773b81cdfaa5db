import {
  defineProblem,
  HttpError,
  type HttpErrorOptions,
  InternalServerError,
  NotFound,
} from '@faultless/core';
import { REGISTERED_ERRORS } from '../../packages/core/src/statuses/registered.js';
import { eachServer } from './support/each-server.js';

const URI_REFERENCE = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

const XML = { Accept: 'application/problem+xml' };
const HTML = { Accept: 'text/html' };

const OutOfCredit = defineProblem<{ balance: number; accounts: string[] }>({
  type: 'https://example.com/probs/out-of-credit',
  title: 'You do not have enough credit.',
  status: 403,
});

const outOfCredit = (): never => {
  throw new OutOfCredit('Your balance is 30, but that costs 50.', {
    balance: 30,
    accounts: ['/account/12345', '/account/67890'],
  });
};

eachServer('a problem document', (start) => {
  it.each(Object.entries(REGISTERED_ERRORS))(
    'of a plain %s is about:blank [problem-type] [problem-title] [problem-status]',
    async (code, { phrase }) => {
      const server = await start(() => {
        throw new HttpError(Number(code));
      });
      const { status, json, value } = await server.request();
      expect(status).toBe(Number(code));
      expect(value('Content-Type')).toBe('application/problem+json');
      expect(json()).toMatchObject({ type: 'about:blank', title: phrase, status });
    },
  );

  it.each([400, 418, 430, 499, 500, 530, 599])(
    'of a %i has the title of its class where the registry has none [problem-status]',
    async (code) => {
      const server = await start(() => {
        throw new HttpError(code);
      });
      const { status, reason, json } = await server.request();
      expect(status).toBe(code);
      expect(json().status).toBe(code);
      expect(reason).not.toBe('');
    },
  );

  it.each<[member: string, options: HttpErrorOptions]>([
    ['detail', { detail: 'No.' }],
    ['code', { code: 'no' }],
    ['type', { type: 'https://example.com/no' }],
    ['title', { title: 'No' }],
    ['instance', { instance: '/log/7' }],
    ['temporary', { temporary: true }],
    ['balance', { extensions: { balance: 30 } }],
  ])('has the %s of its error, and no other has it', async (member, options) => {
    const server = await start(({ url }) => {
      throw new HttpError(409, url === '/own' ? options : {});
    });
    const plain = (await server.request()).json();
    const own = (await server.request({ path: '/own' })).json();
    expect(own).toMatchObject({
      [member]: { ...options, ...options.extensions }[member as 'code'],
    });
    expect(own[member]).not.toEqual(plain[member]);
    expect((await server.request()).json()).toEqual({ ...plain, instance: expect.any(String) });
  });

  it('of a domain problem is as the RFC shows it [problem-type] [problem-detail] [problem-extensions]', async () => {
    const server = await start(outOfCredit);
    const { instance, ...document } = (await server.request()).json();
    expect(document).toEqual({
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      status: 403,
      detail: 'Your balance is 30, but that costs 50.',
      balance: 30,
      accounts: ['/account/12345', '/account/67890'],
    });
    expect(instance).toMatch(URI_REFERENCE);
  });

  it('has an instance of its own, which the report names too [problem-instance]', async () => {
    const server = await start(() => {
      throw new NotFound();
    });
    const instances = [await server.request(), await server.request()].map(
      ({ json }) => json().instance,
    );
    expect(new Set(instances).size).toBe(2);
    expect(server.reports.map(({ instance }) => instance)).toEqual(instances);
    for (const instance of instances) expect(instance).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  });

  it('has the instance that the error names [problem-instance]', async () => {
    const server = await start(() => {
      throw new InternalServerError({ instance: '/incidents/7' });
    });
    expect((await server.request()).json().instance).toBe('/incidents/7');
    expect(server.onlyReport().instance).toBe('/incidents/7');
  });

  it.each([
    [new NotFound({ temporary: true }), true],
    [new NotFound({ retryAfter: 1 }), true],
    [new HttpError(503), true],
    [new HttpError(503, { temporary: false }), false],
    [new HttpError(410), false],
    [new NotFound(), undefined],
  ])('says whether %s is temporary: %s', async (error, expected) => {
    const server = await start(() => {
      throw error;
    });
    expect((await server.request()).json().temporary).toBe(expected);
  });
});

eachServer('a problem in XML', (start) => {
  it('is as the RFC shows it [problem-xml-namespace] [problem-xml-arrays]', async () => {
    const { text } = await (await start(outOfCredit)).request({ headers: XML });
    expect(text.replace(/<instance>[^<]*<\/instance>/, '').replace(/\n/g, '')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">' +
        '<type>https://example.com/probs/out-of-credit</type>' +
        '<title>You do not have enough credit.</title><status>403</status>' +
        '<detail>Your balance is 30, but that costs 50.</detail><balance>30</balance>' +
        '<accounts><i>/account/12345</i><i>/account/67890</i></accounts></problem>',
    );
  });

  it.each(['a b', '1st', 'a:b', '-a', '', 'xmlns', 'a><b', '\u0000', 'a"'])(
    'has no element named %j, at any depth [problem-xml-names]',
    async (name) => {
      const server = await start(() => {
        throw new NotFound({
          extensions: { [name]: 'hidden', list: [{ [name]: 'hidden', ok: 1 }] },
        });
      });
      const { text } = await server.request({ headers: XML });
      expect(text).not.toContain('hidden');
      expect(text).toContain('<list><i><ok>1</ok></i></list>');
    },
  );
});

const MARKUP = `</style></title><script>alert(1)</script><img src=x onerror="a">'"&<!-- ]]>`;

eachServer('a problem in markup', (start) => {
  it.each([HTML, XML])(
    'takes what an error says as text, asked for %j [html-safe]',
    async (headers) => {
      const server = await start(() => {
        throw new NotFound(MARKUP, {
          title: MARKUP,
          code: MARKUP,
          extensions: {
            text: MARKUP,
            link: `javascript:${MARKUP}`,
            list: [MARKUP, { [MARKUP]: MARKUP }],
            errors: [{ detail: MARKUP, pointer: MARKUP }],
            [MARKUP]: MARKUP,
          },
        });
      });
      const { text } = await server.request({ headers });
      expect(text).not.toMatch(/<script|<img|<!--|]]>|href="javascript/i);
      expect(text.match(/<\/title>/g)).toHaveLength(1);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    },
  );
});
