import { describe, expect, it } from '@jest/globals';
import { findReasonPhrase, REGISTERED_ERRORS } from '../statuses/registered.js';
import { ADVICE_EN } from './advice-en.js';
import { ADVICE_ZH_CN } from './advice-zh-CN.js';
import { BUILT_IN_LOCALES } from './built-in-locales.js';
import { en } from './en.js';
import {
  type Advice,
  type BuiltInTag,
  findStatusTexts,
  type Locale,
  type StatusTexts,
} from './locale.js';
import { zhCN } from './zh-CN.js';

const LOCALES = BUILT_IN_LOCALES.map((locale) => [locale.tag, locale] as const);
const ADVICE: Readonly<Record<string, Advice>> = {
  en: ADVICE_EN,
  'zh-CN': ADVICE_ZH_CN,
} satisfies Record<BuiltInTag, Advice>;

function everyText(locale: Locale): [name: string, text: string][] {
  const texts: [string, string][] = [
    ...Object.entries(locale.labels),
    ...Object.entries(locale.messages ?? {}),
  ];
  for (const [status, advice] of Object.entries(ADVICE[locale.tag] ?? {})) {
    texts.push([`${status} advice`, advice]);
  }
  for (const [status, { title, detail }] of Object.entries(locale.statuses)) {
    texts.push([`${status} title`, title], [`${status} detail`, detail]);
  }
  return texts;
}

describe.each(LOCALES)('locale %s', (_, locale) => {
  it('has a text for every registered status and both classes', () => {
    const expected = [...Object.keys(REGISTERED_ERRORS), 'clientError', 'serverError'];
    expect(Object.keys(locale.statuses).sort()).toEqual(expected.sort());
  });

  it('has the texts that English has', () => {
    const names = everyText(locale).map(([name]) => name);
    expect(names).toEqual(everyText(en).map(([name]) => name));
  });

  it('has a well-formed tag', () => {
    expect(Intl.getCanonicalLocales([locale.tag, ...(locale.aliases ?? [])])).toContain(locale.tag);
  });

  it.each(everyText(locale))('has a trimmed text for %s', (_name, text) => {
    expect(text).not.toBe('');
    expect(text).toBe(text.trim());
  });

  it('has titles without a final stop and sentences with one', () => {
    for (const advice of Object.values(ADVICE[locale.tag] ?? {})) expect(advice).toMatch(/[.。]$/);
    for (const { title, detail } of Object.values<StatusTexts>(locale.statuses)) {
      expect(title).not.toMatch(/[.。]$/);
      expect(detail).toMatch(/[.。]$/);
    }
  });

  it('has messages that are sentences, with the placeholders that English has', () => {
    for (const [key, text] of Object.entries(locale.messages ?? {})) {
      const placeholders = (template = ''): string[] => template.match(/\{\w+\}/g) ?? [];
      expect(text).toMatch(/[.。]$/);
      expect(placeholders(text).sort()).toEqual(placeholders(en.messages?.[key]).sort());
    }
  });

  it('has a title of its own for each status', () => {
    const titles = Object.values<StatusTexts>(locale.statuses).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('en', () => {
  it.each(Object.keys(REGISTERED_ERRORS).map(Number))('calls %i by its reason phrase', (status) => {
    expect(findStatusTexts(en, status).title).toBe(findReasonPhrase(status));
  });

  it('says nothing of access where a resource may be concealed', () => {
    expect(`${en.statuses[404].detail} ${ADVICE_EN[404]}`).not.toMatch(
      /access|permission|allow|sign|account/i,
    );
  });
});

describe('zhCN', () => {
  it('has Chinese in every text, and no Latin punctuation after it', () => {
    for (const [, text] of everyText(zhCN)) {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/\p{Script=Han}[,.;:!?]/u);
    }
  });

  it('separates Latin words from Chinese by a space', () => {
    for (const [, text] of everyText(zhCN)) {
      expect(text).not.toMatch(/\p{Script=Han}[\w*/]|[\w*/]\p{Script=Han}/u);
    }
  });

  it('says nothing of access where a resource may be concealed', () => {
    expect(`${zhCN.statuses[404].detail} ${ADVICE_ZH_CN[404]}`).not.toMatch(/权限|访问|登录|账号/);
  });
});

describe('findStatusTexts', () => {
  it.each([
    [404, 'Not Found'],
    [499, 'Client Error'],
    [599, 'Server Error'],
  ])('names %i %s', (status, title) => {
    expect(findStatusTexts(en, status).title).toBe(title);
  });
});
