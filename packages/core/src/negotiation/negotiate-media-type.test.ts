import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Negotiator from 'negotiator';
import { MAX_LENGTH } from './create-negotiator.js';
import { createMediaTypeNegotiator } from './negotiate-media-type.js';

const MEDIA_TYPES = [
  'application/problem+json',
  'application/json',
  'text/html',
  'text/plain',
  'application/problem+xml',
];
const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

function negotiate(accept: string | readonly string[] | undefined): string | undefined {
  return MEDIA_TYPES[createMediaTypeNegotiator(MEDIA_TYPES)(accept)];
}

describe('createMediaTypeNegotiator', () => {
  it.each([
    // what clients send
    ['*/*', 'application/problem+json'],
    [CHROME, 'text/html'],
    ['application/json, text/plain, */*', 'application/json'],
    // q
    ['text/html;q=0.5, text/plain', 'text/plain'],
    ['text/html;q=0.001, text/plain;q=0', 'text/html'],
    ['text/html;q=1.0, text/plain;q=0.999', 'text/html'],
    ['text/html ; Q=0.1 , text/plain ; q=0.2', 'text/plain'],
    ['text/html;q="0.1", text/plain;q=0.2', 'text/plain'],
    // q=0
    ['application/problem+json;q=0, */*', 'application/json'],
    ['*/*;q=0', 'application/problem+json'],
    ['application/*;q=0, */*', 'text/html'],
    ['text/html;q=0, text/*', 'text/plain'],
    ['*/*;q=0, text/plain', 'text/plain'],
    // the most specific range wins
    ['text/*, text/html;q=0.2', 'text/plain'],
    ['text/html;q=0.2, text/*', 'text/plain'],
    ['*/*, text/*;q=0.9, application/*;q=0.1', 'text/html'],
    ['application/*;q=0.1, application/problem+xml;q=0.2', 'application/problem+xml'],
    // ties: the more specific range, then the client's order, then ours
    ['*/*, text/html', 'text/html'],
    ['text/plain, text/html', 'text/plain'],
    ['text/*', 'text/html'],
    // parameters
    ['application/json;charset=utf-8', 'application/json'],
    ['application/json; charset="UTF-8"', 'application/json'],
    ['text/html;charset=utf-8;q=0.3, text/plain;q=0.2', 'text/html'],
    ['text/html;charset=utf-8;q=0, text/html, text/plain;q=0.1', 'text/plain'],
    ['text/html;level=1, text/plain;q=0.1', 'text/plain'],
    ['text/html;charset=iso-8859-1', 'application/problem+json'],
    // case
    ['TEXT/HTML', 'text/html'],
    // nothing on offer
    ['image/png', 'application/problem+json'],
    ['application/*+json', 'application/problem+json'],
    // malformed
    ['text', 'application/problem+json'],
    [';;;,,,///', 'application/problem+json'],
    ['text/html;q=x, text/plain;q=0.1', 'text/plain'],
    [',, text/html ,,', 'text/html'],
    ['text/html;a="', 'text/html'],
    ['__proto__/*, constructor', 'application/problem+json'],
    ['', 'application/problem+json'],
    [' ', 'application/problem+json'],
  ])('answers %j with %s', (accept, expected) => {
    expect(negotiate(accept)).toBe(expected);
  });

  it('gives the default without the field', () => {
    expect(negotiate(undefined)).toBe('application/problem+json');
  });

  it('reads several lines as one list', () => {
    expect(negotiate(['text/html;q=0.1', 'text/plain'])).toBe('text/plain');
  });

  it('does not read an overlong field', () => {
    const padding = `,image/x-${'x'.repeat(MAX_LENGTH)}`;
    expect(negotiate(`text/html${padding}`)).toBe('application/problem+json');
  });

  it('gives the same answer when it remembers', () => {
    const choose = createMediaTypeNegotiator(MEDIA_TYPES);
    expect([choose(CHROME), choose(CHROME), choose('image/png'), choose('image/png')]).toEqual([
      2, 2, 0, 0,
    ]);
  });

  it('decides as negotiator does', () => {
    const choose = createMediaTypeNegotiator(MEDIA_TYPES);
    const offers = MEDIA_TYPES.map((mediaType) => `${mediaType};charset=utf-8`);
    const ranges = fc.array(arbitraryRange, { minLength: 1, maxLength: 8 });
    const accepts = fc.oneof(
      ranges.map((list) => list.join(', ')),
      arbitraryNoise.filter((accept) => accept !== ''),
    );
    fc.assert(
      fc.property(accepts, (accept) => {
        const [best] = new Negotiator({ headers: { accept } }).mediaTypes(offers);
        expect(choose(accept)).toBe(best === undefined ? 0 : offers.indexOf(best));
      }),
      { numRuns: 4000 },
    );
  });

  it('finds an index in range for any text', () => {
    const choose = createMediaTypeNegotiator(MEDIA_TYPES);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), arbitraryNoise), (accept) => {
        expect(MEDIA_TYPES[choose(accept)]).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});

const arbitraryRange = fc
  .tuple(
    fc.constantFrom(...MEDIA_TYPES, '*/*', 'text/*', 'application/*', 'image/png', 'Text/HTML'),
    fc.constantFrom('', ';q=0', ';q=0.3', ';q=0.7', ';q=1', ' ; q=0.5', ';level=1', ';q=wrong'),
    fc.constantFrom(
      '',
      ';charset="UTF-8"',
      ';charset=latin1',
      ';a="\\",;',
      ';a="b"c;q=0.2',
      ';charset=*',
    ),
  )
  .map((parts) => parts.join(''));

const arbitraryNoise = fc
  .array(
    fc.constantFrom(
      ...['text/html', 'text/plain', '*/*', '*', '/', ';', ',', '=', '"', '\\', ' ', '\t'],
      ...['q', '0', ';q=0.5', ';q="0.', 'charset=', 'utf-8'],
    ),
  )
  .map((parts) => parts.join(''));
