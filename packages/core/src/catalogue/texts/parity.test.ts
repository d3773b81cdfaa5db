import { describe, expect, it } from '@jest/globals';
import type { StatusTexts } from '../../locales/locale.js';
import { findStatus, listSources, statusesOf } from '../find-status.js';
import type { CatalogueLanguage } from './explanations.js';

const LANGUAGES: readonly CatalogueLanguage[] = ['en', 'zh-CN'];
const EVERY = listSources().flatMap((source) => statusesOf(source));

function everyText(language: CatalogueLanguage): [id: string, texts: Required<StatusTexts>][] {
  return EVERY.map(({ id, texts }) => [id, texts[language]]);
}

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  it.each(everyText(language))('explains %s', (_id, { title, detail, advice }) => {
    for (const text of [title, detail, advice]) {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim());
    }
    expect(title).not.toMatch(/[.。]$/);
    expect(detail).toMatch(/[.。]$/);
    expect(advice).toMatch(/[.。]$/);
    expect(detail).not.toBe(advice);
  });
});

describe('the catalogue in zh-CN', () => {
  it.each(everyText('zh-CN'))('is Chinese and well spaced for %s', (_id, texts) => {
    for (const text of Object.values<string>({ ...texts })) {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/\p{Script=Han}[,.;:!?]/u);
      expect(text).not.toMatch(/\p{Script=Han}[\w*/]|[\w*/]\p{Script=Han}/u);
    }
  });

  it('has a title of its own for each status of a source', () => {
    for (const source of listSources()) {
      const titles = statusesOf(source).map(({ texts }) => texts['zh-CN'].title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
  });
});

describe('the catalogue in English', () => {
  it('is titled by the phrase of the source', () => {
    for (const { phrase, texts } of EVERY) expect(texts.en.title).toBe(phrase);
    expect(findStatus('cloudflare:522')[0]?.texts.en.title).toBe('Connection Timed Out');
  });
});
