import { HttpError, Unauthorized } from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

const hostile = (): never => {
  throw new Error('hostile');
};

/** Texts that are no field values, and what they leave as. */
const REPAIRED: readonly (readonly [what: string, value: unknown, leaves: string])[] = [
  ['CR and LF', 'a\r\nX-Evil: 1', 'a  X-Evil: 1'],
  ['LF', 'a\nX-Evil: 1', 'a X-Evil: 1'],
  ['CR', 'a\rX-Evil: 1', 'a X-Evil: 1'],
  ['the end of the head', 'a\r\n\r\n<script>', 'a    <script>'],
  ['NUL', 'a\0b', 'a b'],
  ['other controls', 'a\u007fb\u0001c', 'a b c'],
  ['space around', '\r\n padded \t', 'padded'],
  ['Han', '日本', '%E6%97%A5%E6%9C%AC'],
  ['Latin-1 and an emoji', 'naïve 😀', 'na\u00efve %F0%9F%98%80'],
  ['what a cut-off byte makes CR and LF', '\u560d\u560aX-Evil: 1', '%E5%98%8D%E5%98%8AX-Evil: 1'],
  ['half a character', '\ud800lone', 'lone'],
  ['a line separator', '\u2028line', '%E2%80%A8line'],
];

/** What has no text to leave as. */
const REFUSED: readonly (readonly [what: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a flag', true],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a BigInt', 10n],
  ['a symbol', Symbol('value')],
  ['a function', () => 'value'],
  ['an object with a text', { toString: () => 'value' }],
  ['an object that throws', { toString: hostile, [Symbol.toPrimitive]: hostile }],
  ['a proxy that throws', new Proxy({}, { get: hostile, ownKeys: hostile })],
  ['a date', new Date(0)],
  ['a list in a list', [['nested']]],
];

/** Legal ones, as they are. */
const LEGAL: readonly (readonly [value: unknown, lines: readonly string[]])[] = [
  ['plain', ['plain']],
  ['', ['']],
  ['caf\u00e9', ['caf\u00e9']],
  ['a\tb', ['a\tb']],
  ['a, "b;c"', ['a, "b;c"']],
  [0, ['0']],
  [42, ['42']],
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [['a'], ['a']],
  [[], []],
];

/** Names with which no field may leave. */
const NAMES = ['X Evil', 'X-Evil:', '', 'X-Evil\r\nX-Evil', 'X-Ünal', 'X-Evil\0', '(X-Evil)'];

/** Fields that belong to the response that carries the error. */
const OF_THE_RESPONSE: Readonly<Record<string, string>> = {
  'Content-Length': '4711',
  'content-type': 'text/evil',
  'Content-Encoding': 'gzip',
  'Content-Language': 'tlh',
  'Transfer-Encoding': 'chunked',
  Connection: 'X-Evil',
  'Keep-Alive': 'timeout=4711',
  'Proxy-Connection': 'close',
  Trailer: 'X-Evil',
  Date: 'Thu, 01 Dec 1994 16:00:00 GMT',
  ETag: '"evil"',
};

describe('headers', () => {
  describeEachServer((server) => {
    it.each([
      ...REPAIRED.map(([what, value, leaves]) => [what, value, [leaves]] as const),
      ...REFUSED.map(([what, value]) => [what, value, []] as const),
    ])(
      'are repaired or left out, and the operator is told: %s [field-values] [field-values-octets]',
      async (_what, value, lines) => {
        const headers = { 'X-Value': value as string, 'X-Legal': 'kept' };
        for (const thrown of [new HttpError(400, { headers }), createError(400, { headers })]) {
          const { request, lastReport } = await server.start(throwing(thrown));
          const response = await request();
          expect(response.status).toBe(400);
          expect(response.values('X-Value')).toEqual(lines);
          expect(response.values('X-Legal')).toEqual(['kept']);
          expect(response.values('X-Evil')).toEqual([]);
          expect(lastReport()).toMatchObject({ level: 'warn', status: 400, sentStatus: 400 });
          expect(lastReport().notices).toEqual([
            { message: expect.stringContaining('X-Value') as unknown },
          ]);
        }
      },
    );

    it.each(LEGAL)(
      'leave as they are if they are legal: %p [field-values]',
      async (value, lines) => {
        const headers = { 'X-Value': value as string };
        const { request, lastReport } = await server.start(
          throwing(new HttpError(400, { headers })),
        );
        expect((await request()).values('X-Value')).toEqual(lines);
        expect(lastReport()).toMatchObject({ level: 'info', notices: [] });
      },
    );

    it('keep their octets beside a body of any characters [field-values-octets]', async () => {
      const own = { 'X-Own': ['caf\u00e9', 'th\u00e9'] };
      for (const [headers, before] of [
        [{}, undefined],
        [own, undefined],
        [{}, 'na\u00efve'],
        [own, 'plain'],
      ] as const) {
        const { request } = await server.start(
          throwing(new HttpError(400, { headers, detail: '订单 caf\u00e9 😀' })),
          {
            before: (_, response) => {
              if (before !== undefined) response.setHeader('X-Before', before);
            },
          },
        );
        const response = await request();
        expect(response.values('X-Own')).toEqual(Object.values(headers).flat());
        expect(response.values('X-Before')).toEqual(before === undefined ? [] : [before]);
        expect(response.json().detail).toBe('订单 caf\u00e9 😀');
        expect(response.complete).toBe(true);
      }
    });

    it('keep the good lines of a list that has a bad one [field-values]', async () => {
      const headers = { 'X-Value': ['a', null as unknown as string, 'b\r\nX-Evil: 1'] };
      const { request, lastReport } = await server.start(throwing(new HttpError(400, { headers })));
      const response = await request();
      expect(response.values('X-Value')).toEqual(['a', 'b  X-Evil: 1']);
      expect(response.values('X-Evil')).toEqual([]);
      expect(lastReport().notices).toHaveLength(2);
    });

    it('leave out a name that is no token, and the operator is told [field-names]', async () => {
      for (const name of NAMES) {
        const headers = { [name]: 'value', 'X-Legal': 'kept' };
        const { request, lastReport } = await server.start(throwing(createError(400, { headers })));
        const response = await request();
        expect(response.fields.filter(([one]) => /evil|nal/i.test(one))).toEqual([]);
        expect(response.values('X-Legal')).toEqual(['kept']);
        expect(lastReport().notices).toHaveLength(1);
      }
    });

    it('leave once, whatever the case of their names', async () => {
      const headers = { 'X-Value': 'a', 'x-value': 'b' };
      const { request } = await server.start(throwing(new HttpError(400, { headers })));
      expect((await request()).values('X-Value')).toEqual(['b']);
    });

    it('of the response itself are not for an error to set [content-length] [leftovers]', async () => {
      for (const make of [
        (headers: Record<string, string>) => new HttpError(400, { headers }),
        (headers: Record<string, string>) => createError(400, { headers }),
      ]) {
        const clean = await server.start(throwing(make({})));
        const expected = await clean.request();
        const { request } = await server.start(throwing(make(OF_THE_RESPONSE)));
        const response = await request();
        expect(response.complete).toBe(true);
        const comparable = ({ fields }: typeof response): unknown =>
          fields.filter(([name]) => name !== 'Date');
        expect(comparable(response)).toEqual(comparable(expected));
        expect(response.value('Date')).not.toContain('1994');
      }
    });

    it("of another's error set no cookie, those of ours may", async () => {
      const headers = { 'Set-Cookie': 'a=1' };
      const foreign = await server.start(throwing(createError(400, { headers })), {
        before: (_request, response) => response.setHeader('Set-Cookie', 'app=1'),
      });
      expect((await foreign.request()).values('Set-Cookie')).toEqual(['app=1']);
      const ours = await server.start(throwing(new HttpError(400, { headers })));
      expect((await ours.request()).values('Set-Cookie')).toEqual(['a=1']);
    });

    it.each([
      ['CR and LF', 'a\r\nX-Evil: 1', 'Bearer realm="a  X-Evil: 1"'],
      ['a quote and a backslash', 'a", error="x\\', 'Bearer realm="a\\", error=\\"x\\\\"'],
    ])(
      'stay inside the quotes of a realm: %s [field-values] [challenge-quoted-pair]',
      async (_what, realm, line) => {
        const { request } = await server.start(throwing(new Unauthorized(realm)));
        const response = await request();
        expect(response.values('WWW-Authenticate')).toEqual([line]);
        expect(response.values('X-Evil')).toEqual([]);
      },
    );
  });

  it.each([[null], ['X: 1'], [7], [['X', '1']]])('must be an object, not %p', (headers) => {
    expect(
      () => new HttpError(400, { headers: headers as unknown as Record<string, string> }),
    ).toThrow(/headers/);
  });
});
