import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Negotiator from 'negotiator';
import { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import { zhCN } from '../locales/zh-CN.js';
import { MAX_LENGTH } from './create-negotiator.js';
import { createLanguageNegotiator } from './negotiate-language.js';

const LOCALES: readonly Locale[] = [en, zhCN];

function negotiate(
  field: string | readonly string[] | undefined,
  locales = LOCALES,
  defaultIndex = 0,
): string | undefined {
  return locales[createLanguageNegotiator(locales, defaultIndex)(field)]?.tag;
}

describe('createLanguageNegotiator', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh-CN'],
    ['ZH-cn', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['zh-Hant-HK', 'zh-CN'],
    ['zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7', 'zh-CN'],
    ['en-US,en;q=0.9,zh-CN;q=0.8,zh;q=0.7', 'en'],
    ['fr-FR,fr;q=0.9,zh;q=0.5,en;q=0.4', 'zh-CN'],
    ['en;q=0.2, zh;q=0.3', 'zh-CN'],
    ['en;q=0, *', 'zh-CN'],
    ['en;q=0', 'en'],
    ['zh;q=0, *;q=0.1', 'en'],
    ['*', 'en'],
    ['fr, *;q=0.5', 'en'],
    ['fr', 'en'],
    ['zhx', 'en'],
    ['zh_CN', 'en'],
    ['', 'en'],
    ['-,;q=,', 'en'],
    [`zh,${'x'.repeat(MAX_LENGTH)}`, 'en'],
  ])('answers %j with %s', (field, expected) => {
    expect(negotiate(field)).toBe(expected);
  });

  it.each([undefined, '', '*', 'fr', 'fr, *;q=0.1'])(
    'gives the default for %j, wherever it stands in the list',
    (field) => {
      expect(negotiate(field, LOCALES, 1)).toBe('zh-CN');
    },
  );

  it('reads several lines as one list', () => {
    expect(negotiate(['en;q=0.1', 'zh'])).toBe('zh-CN');
  });

  it('finds a locale by its own tag before the alias of another', () => {
    const zhTW: Locale = { ...zhCN, tag: 'zh-TW', aliases: [] };
    const greedy: Locale = { ...zhCN, aliases: ['zh', 'zh-TW'] };
    expect(negotiate('zh-TW', [greedy, zhTW])).toBe('zh-TW');
    expect(negotiate('zh', [greedy, zhTW])).toBe('zh-CN');
  });

  it('decides as negotiator does', () => {
    const locales = ['en', 'zh-CN', 'de', 'de-AT', 'zh'].map((tag) => ({
      ...en,
      tag,
      aliases: [],
    }));
    const tags = locales.map(({ tag }) => tag);
    const choose = createLanguageNegotiator(locales, 0);
    const subtags = [
      'en',
      'EN-gb',
      'zh',
      'zh-CN',
      'zh-Hans-CN',
      'de',
      'De-at',
      'de-CH',
      '*',
      'fr',
      '',
    ];
    const weights = [
      '',
      ';q=0',
      ';q=0.5',
      '; Q = 0.50 ',
      ';q="0.7"',
      ';q=1',
      ';a=b;q=0.2',
      ';q',
      ';q=x',
    ];
    const range = fc.tuple(fc.constantFrom(...subtags), fc.constantFrom(...weights));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), (ranges) => {
        const field = ranges.map((parts) => parts.join('')).join(', ');
        const headers = { 'accept-language': field };
        const [best = 'en'] = new Negotiator({ headers }).languages(tags);
        expect(tags[choose(field)]).toBe(best);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds an index in range for any text', () => {
    const choose = createLanguageNegotiator(LOCALES, 1);
    const arbitraryNoise = fc
      .array(fc.constantFrom('en', 'zh', '-', 'CN', '*', ',', ';', 'q=', '0', '.', '"', ' '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), arbitraryNoise), (field) => {
        expect(LOCALES[choose(field)]).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});
