import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { en, handle, html, problemJson, type Renderer } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';

const render = (): string => '';

const SHOWN_EN =
  '{ tag: "en", direction: "ltr", labels: { reference: "Reference", more: "Details", temporary: "This is temporary: the same request may work later.", … }, … }';

/** A wrong value of an option, and how a message calls it. */
const WRONG: readonly (readonly [
  option: string,
  value: unknown,
  called: string,
  allowed: string,
])[] = [
  ['realm', '', '""', 'a string that is not empty'],
  ['realm', 5, '5', 'a string that is not empty'],
  ['realm', null, 'null', 'a string that is not empty'],
  ['scheme', 'Digest', '"Digest"', "'Bearer', 'Basic' or 'DPoP'"],
  ['scheme', 'bearer', '"bearer"', "'Bearer', 'Basic' or 'DPoP'"],
  ['conceal', true, 'true', 'a function'],
  ['conceal', {}, '{}', 'a function'],
  ['genericNotFound', 'yes', '"yes"', 'a boolean'],
  ['genericNotFound', 1n, '1', 'a boolean'],
  ['renderers', [], '[]', 'a list of one or more renderers'],
  [
    'renderers',
    html,
    '{ mediaType: "text/html", deterministic: true, headers: […], … }',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [html, null],
    '[{ mediaType: "text/html", deterministic: true, headers: …, … }, null]',
    'a list of one or more renderers',
  ],
  ['renderers', [() => ''], '[a function]', 'a list of one or more renderers'],
  [
    'renderers',
    [{ mediaType: 'text/csv' }],
    '[{ mediaType: "text/csv" }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ mediaType: 'text/csv', render: 'x' }],
    '[{ mediaType: "text/csv", render: "x" }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ mediaType: 'csv', render }],
    '[{ mediaType: "csv", render: a function }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ mediaType: 'text/*', render }],
    '[{ mediaType: "text/*", render: a function }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ mediaType: 'text/csv\r\nX: y', render }],
    '[{ mediaType: "text/csv\\r\\nX: y", render: a function }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ ...html, headers: [['X Y', 'z']] }],
    '[{ mediaType: "text/html", deterministic: true, headers: …, … }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ ...html, headers: [['X', 'y\r\nZ: z']] }],
    '[{ mediaType: "text/html", deterministic: true, headers: …, … }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ ...html, headers: [['X', '\u4e2d']] }],
    '[{ mediaType: "text/html", deterministic: true, headers: …, … }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ ...html, headers: { X: 'y' } }],
    '[{ mediaType: "text/html", deterministic: true, headers: …, … }]',
    'a list of one or more renderers',
  ],
  [
    'renderers',
    [{ ...html, headers: ['X'] }],
    '[{ mediaType: "text/html", deterministic: true, headers: …, … }]',
    'a list of one or more renderers',
  ],
  ['protectedResource', 'https://a.example', '"https://a.example"', '{ metadataUrl: an absolute'],
  ['protectedResource', null, 'null', '{ metadataUrl: an absolute'],
  ['protectedResource', { metadataUrl: 5 }, '{ metadataUrl: 5 }', '{ metadataUrl: an absolute'],
  [
    'protectedResource',
    { metadataUrl: '/here' },
    '{ metadataUrl: "/here" }',
    '{ metadataUrl: an absolute',
  ],
  [
    'protectedResource',
    { metadataUrl: 'ftp://a/' },
    '{ metadataUrl: "ftp://a/" }',
    '{ metadataUrl: an absolute',
  ],
  ['stackTraces', true, 'true', "'all', 'server' or 'none'"],
  ['unreadContent', null, 'null', '{ bytes, seconds }'],
  ['unreadContent', 5, '5', '{ bytes, seconds }'],
  ['unreadContent', { bytes: '5' }, '{ bytes: "5" }', '{ bytes, seconds }'],
  ['unreadContent', { bytes: -1 }, '{ bytes: -1 }', '{ bytes, seconds }'],
  ['unreadContent', { seconds: 2 ** 31 }, '{ seconds: 2147483648 }', '{ bytes, seconds }'],
  ['unreadContent', { seconds: Number.NaN }, '{ seconds: NaN }', '{ bytes, seconds }'],
  ['unreadContent', { minutes: 1 }, '{ minutes: 1 }', '{ bytes, seconds }'],
  ['lastEvent', true, 'true', 'a function (problem, mediaType)'],
  ['locales', [], '[]', 'a list of one or more locales'],
  ['locales', ['en'], '["en"]', 'a list of one or more locales'],
  ['locales', en, SHOWN_EN, 'a list of one or more locales'],
  ['locales', [{ tag: 'en' }], '[{ tag: "en" }]', 'a list of one or more locales'],
  [
    'locales',
    [{ ...en, tag: 'en\r\nX: y' }],
    '[{ tag: "en\\r\\nX: y", direction: "ltr", labels: …, … }]',
    'a list of one or more locales',
  ],
  [
    'locales',
    [{ ...en, tag: '' }],
    '[{ tag: "", direction: "ltr", labels: …, … }]',
    'a list of one or more locales',
  ],
  [
    'locales',
    [{ ...en, direction: 'up' }],
    '[{ tag: "en", direction: "up", labels: …, … }]',
    'a list of one or more locales',
  ],
  ['defaultLocale', 'fr', '"fr"', 'one of en, zh-CN'],
  ['defaultLocale', en, SHOWN_EN, 'the tag of one of the locales'],
  ['report', 'console', '"console"', 'a function'],
  ['report', Symbol('x'), 'symbol', 'a function'],
  ['report', [], '[]', 'a function'],
];

/** Every way in which options come in. */
const MAKERS: readonly (readonly [string, (options: never) => unknown, calledBy: string])[] = [
  ['errorHandler of Express', expressErrorHandler, 'errorHandler'],
  ['errorHandler of Koa', koaErrorHandler, 'errorHandler'],
  ['handle', (options) => handle(() => undefined, options), 'handle'],
  ['createNodeResponder', createNodeResponder, 'errorHandler'],
];

describe.each(MAKERS)('%s', (_maker, make, calledBy) => {
  function complaint(options: unknown): string {
    try {
      make(options as never);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      return (error as TypeError).message;
    }
    return 'no complaint';
  }

  it.each(WRONG)('refuses the option %s: %p, as %s', (option, value, called, allowed) => {
    const message = complaint({ [option]: value });
    expect(message).toContain(`${calledBy}: option ${option} must be ${allowed}`);
    expect(message).toMatch(new RegExp(`, not ${called.replace(/[.*+?^$()|[\]\\]/g, '\\$&')}$`));
  });

  it.each([null, [], 'options', 5, () => undefined])('refuses options that are %p', (options) => {
    expect(complaint(options)).toMatch(
      /options must be an object, not (?:null|\[\]|"options"|5|a function)$/,
    );
  });

  it.each(['relm', 'Realm', '__proto__x', 'constructor', 'toString', ''])(
    'refuses the unknown option %j, and lists those there are',
    (name) => {
      const message = complaint({ [name]: undefined });
      expect(message).toContain(`there is no option ${JSON.stringify(name)}`);
      for (const known of ['realm', 'scheme', 'conceal', 'renderers', 'locales', 'report']) {
        expect(message).toContain(known);
      }
    },
  );

  it('shortens a wrong value that is long', () => {
    expect(complaint({ scheme: 'x'.repeat(100_000) }).length).toBeLessThan(500);
  });

  it('takes none, and any that is right or undefined', () => {
    expect(complaint(undefined)).toBe('no complaint');
    expect(complaint({})).toBe('no complaint');
    const names = [...new Set(WRONG.map(([name]) => name))];
    expect(complaint(Object.fromEntries(names.map((name) => [name, undefined])))).toBe(
      'no complaint',
    );
    const csv: Renderer = { mediaType: 'text/csv', headers: [['X-Two', ['a', 'b']]], render };
    expect(
      complaint({
        realm: 'shop',
        scheme: 'Basic',
        conceal: () => false,
        genericNotFound: true,
        renderers: [problemJson, csv],
        locales: [en, { ...en, tag: 'sr-Latn-RS' }],
        defaultLocale: 'SR-latn-rs',
        report: () => undefined,
      }),
    ).toBe('no complaint');
  });
});

describe('handle', () => {
  it.each([undefined, null, 'x', {}])('refuses the listener %p', (listener) => {
    expect(() => handle(listener as never)).toThrow(
      new TypeError('handle: the listener must be a function'),
    );
  });
});
