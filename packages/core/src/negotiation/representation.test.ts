import { createResponder, type ResponderParts } from '../adapter.js';
import { en, problemJson, text, zhCN } from '../index.js';

const ONE: ResponderParts = { renderers: [problemJson], locales: [en], report: () => undefined };

describe('a responder without negotiation', () => {
  it.each<[what: string, parts: Partial<ResponderParts>]>([
    ['formats', { renderers: [problemJson, text] }],
    ['languages', { locales: [en, zhCN] }],
  ])('is not made for several %s', (_what, parts) => {
    expect(() => createResponder({}, { ...ONE, ...parts })).toThrow(
      new TypeError('createResponder: several formats or languages need parts.negotiation'),
    );
  });

  it('is made for one of each', () => {
    expect(() => createResponder({}, ONE)).not.toThrow();
  });
});
