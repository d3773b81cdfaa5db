import { NotFound } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { CONTENT_TYPES } from '../contract/support/content-types.js';

// Thousands of inputs are tried.
jest.setTimeout(120_000);

const OFFERS = [...CONTENT_TYPES.keys()];

/** A media range, and the weight that it has in thousandths. */
interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly weight: number;
}

const range: fc.Arbitrary<Range> = fc
  .tuple(
    fc.constantFrom(...OFFERS, '*/*', 'text/*', 'application/*', 'image/*', 'image/png'),
    fc.oneof(fc.constantFrom(0, 1, 500, 999, 1000), fc.integer({ min: 0, max: 1000 })),
  )
  .map(([name, weight]) => {
    const [type = '', subtype = ''] = name.split('/');
    return { type, subtype, weight };
  });

const ranges = fc.uniqueArray(range, {
  selector: ({ type, subtype }) => `${type}/${subtype}`,
  minLength: 1,
  maxLength: 8,
});

/** The weight of an offer by RFC 9110 §12.5.1: that of the most specific range that covers it. */
function weigh(offer: string, accept: readonly Range[]): number {
  const [type = '', subtype = ''] = offer.split('/');
  for (const [wantedType, wantedSubtype] of [
    [type, subtype],
    [type, '*'],
    ['*', '*'],
  ]) {
    const found = accept.find((one) => one.type === wantedType && one.subtype === wantedSubtype);
    if (found !== undefined) return found.weight;
  }
  return 0;
}

describe('any Accept', () => {
  const responder = createNodeResponder({ report: () => undefined });

  it('gets what weighs most, or the default if nothing weighs', () => {
    fc.assert(
      fc.property(ranges, fc.boolean(), (accepted, spaced) => {
        const accept = accepted
          .map(({ type, subtype, weight }) => `${type}/${subtype};q=${(weight / 1000).toFixed(3)}`)
          .join(spaced ? ' , ' : ',');
        const { reply } = responder.respond(new NotFound(), {
          request: { method: 'GET', headers: { accept } },
          response: { getHeader: () => undefined, getHeaderNames: () => [] },
          state: 'open',
          context: { method: 'GET', headers: {} },
        });
        const contentType = reply.action === 'send' && new Map(reply.headers).get('Content-Type');
        const chosen = String(contentType).split(';')[0] ?? '';
        const best = Math.max(...OFFERS.map((offer) => weigh(offer, accepted)));
        if (best === 0) expect(chosen).toBe(OFFERS[0]);
        else expect(weigh(chosen, accepted)).toBe(best);
      }),
      { numRuns: 3000 },
    );
  });
});
