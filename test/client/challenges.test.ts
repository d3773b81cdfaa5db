import { ProblemError } from '@faultless/client';
import { parseChallenges } from '@faultless/core';
import fc from 'fast-check';

/** What the client reads of a field of a response. */
function read(text: string): unknown {
  const headers = new Headers({ 'WWW-Authenticate': text });
  const sent = { method: 'GET', url: '', hasKey: false, isRepeatable: true };
  const error = new ProblemError(sent, { problem: { type: 'about:blank', status: 401 }, headers });
  return JSON.parse(JSON.stringify(error.challenges));
}

const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}$/);
const value = fc.stringMatching(/^[\t -~]{0,12}$/);
const params = fc.uniqueArray(fc.tuple(token, value), {
  selector: ([name]) => name.toLowerCase(),
  maxLength: 4,
});

describe('the challenges that a client reads', () => {
  it('are those that a server builds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(token, params), { minLength: 1, maxLength: 4 }), (list) => {
        const lines = list.map(([scheme, pairs]) =>
          [
            scheme,
            pairs.map(([name, text]) => `${name}="${text.replace(/[\\"]/g, '\\$&')}"`).join(', '),
          ]
            .join(' ')
            .trim(),
        );
        const text = lines.join(', ');
        expect(read(text)).toEqual(JSON.parse(JSON.stringify(parseChallenges(text))));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['', []],
    ['Negotiate', [{ scheme: 'Negotiate', params: {} }]],
    ['Negotiate oRQwEqADCgEB==', [{ scheme: 'Negotiate', token68: 'oRQwEqADCgEB==', params: {} }]],
    [
      'Basic realm=a, , Bearer',
      [
        { scheme: 'Basic', params: { realm: 'a' } },
        { scheme: 'Bearer', params: {} },
      ],
    ],
    ['Basic realm = "a, b=\\"c\\""', [{ scheme: 'Basic', params: { realm: 'a, b="c"' } }]],
    ['realm="no scheme"', []],
    ['Basic realm="not closed', [{ scheme: 'Basic', params: {} }]],
    ['Basic realm=a, realm=b', [{ scheme: 'Basic', params: { realm: 'a' } }]],
    ['Basic __proto__=a', [{ scheme: 'Basic', params: { ['__proto__']: 'a' } }]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes time linear in the length', () => {
    const began = process.cpuUsage().user;
    read('Basic a="'.repeat(100_000));
    read(`Basic ${'a='.repeat(100_000)}`);
    read(`Basic ${' '.repeat(100_000)}`);
    expect(process.cpuUsage().user - began).toBeLessThan(5_000_000);
  });
});
