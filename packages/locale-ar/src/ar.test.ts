import { en, html, zhCN } from '@faultless/core';
import { BUILT_IN_MESSAGES } from '@faultless/core/adapter';
import { describe, expect, it } from '@jest/globals';
import { ar } from './index.js';

const STATUSES = Object.entries(ar.statuses);

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ...Object.entries(ar.labels),
  ...Object.entries(ar.messages ?? {}),
  ...STATUSES.flatMap(([status, { title, detail, advice = '' }]) => [
    [`${status} title`, title] as const,
    [`${status} detail`, detail] as const,
    [`${status} advice`, advice] as const,
  ]),
];

function placeholdersOf(text = ''): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

describe('ar', () => {
  it.each([en, zhCN])('has the statuses of $tag', (other) => {
    expect(Object.keys(ar.statuses).sort()).toEqual(Object.keys(other.statuses).sort());
  });

  it.each(Object.keys(BUILT_IN_MESSAGES))(
    'has the messages of %s, and their placeholders',
    (tag) => {
      const others = BUILT_IN_MESSAGES[tag] ?? {};
      expect(Object.keys(ar.messages ?? {}).sort()).toEqual(Object.keys(others).sort());
      for (const [key, text] of Object.entries(ar.messages ?? {})) {
        expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(others[key])]);
      }
    },
  );

  it('has the labels of English, those of a page of its own too', () => {
    const own = ['signIn', 'tryAgain', 'home', 'support'];
    expect(Object.keys(ar.labels).sort()).toEqual([...Object.keys(en.labels), ...own].sort());
    for (const [name, text] of Object.entries(en.labels)) {
      const label = ar.labels[name as keyof typeof ar.labels];
      expect([name, placeholdersOf(label)]).toEqual([name, placeholdersOf(text)]);
    }
  });

  it.each(TEXTS)('is Arabic in %s, with the punctuation of Arabic', (name, text) => {
    expect(text).toBe(text.trim());
    // A frame may be nothing but its placeholders.
    if (name !== 'field') expect(text).toMatch(/\p{Script=Arabic}/u);
    expect(text).not.toMatch(/[,;?]/);
    expect(text).not.toMatch(/ [،؛.:]/);
  });

  it('has titles without a final stop, and sentences with one', () => {
    for (const [, { title, detail, advice }] of STATUSES) {
      expect(title).not.toMatch(/\.$/);
      expect(detail).toMatch(/\.$/);
      expect(advice).toMatch(/\.$/);
    }
    for (const text of Object.values(ar.messages ?? {})) expect(text).toMatch(/\.\u200e?$/);
  });

  it('has a title of its own for each status', () => {
    const titles = STATUSES.map(([, { title }]) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says nothing of access where a resource may be concealed', () => {
    expect(JSON.stringify(ar.statuses[404])).not.toMatch(/صلاحي|إذن|الوصول|تسجيل|حساب/);
  });

  it.each([
    ['one', 1, 'دقيقة'],
    ['two', 2, 'دقيقتان'],
    ['few', 3, '3 دقائق'],
    ['many', 11, '11 دقيقة'],
    ['other', 100, '100 دقيقة'],
  ])('asks to wait in the plural form of "%s"', (category, minutes, words) => {
    expect(new Intl.PluralRules('ar').select(minutes)).toBe(category);
    const retryAfter = minutes * 60;
    const page = html.render({ ...PROBLEM, temporary: true }, ar, { retryAfter });
    // Which digits Arabic has, each Node's ICU decides.
    const western = page.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
    expect(western).toContain(`المدة: ${words}`);
  });

  it('puts no number before a word that it counts', () => {
    for (const [, text] of TEXTS) {
      expect(text.replace('{detail}', '')).not.toMatch(/\{(?:limit|time)\} ?\p{Script=Arabic}/u);
    }
  });

  it('is written from right to left', () => {
    expect(html.render(PROBLEM, ar)).toContain('<html lang="ar" dir="rtl">');
  });
});

const PROBLEM = {
  type: 'about:blank',
  title: ar.statuses[503]?.title ?? '',
  status: 503,
  detail: 'Payments are back at noon.',
  instance: 'urn:uuid:0',
} as const;

describe('html', () => {
  const page = html.render(
    {
      ...PROBLEM,
      status: 422,
      errors: [{ detail: 'must be an e-mail address.', pointer: '#/email' }],
      sale: 'Spring sale!',
      shop: 'متجر',
    },
    ar,
  );

  it.each([
    ['a detail', '<p dir="auto" lang="">Payments are back at noon.</p>'],
    ['the reference', '<code>urn:uuid:0</code>'],
    ['a field of the content', '<code>email</code>: <bdi lang="">must be an e-mail address.</bdi>'],
    ['a member', '<dd><bdi lang="">Spring sale!</bdi></dd>'],
    ['a member that may be Arabic', '<dd><bdi>متجر</bdi></dd>'],
  ])('lets %s stand in its own direction and language', (_what, markup) => {
    expect(page).toContain(markup);
  });
});
