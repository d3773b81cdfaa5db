import { describe, expect, it } from '@jest/globals';
import { ADVICE_EN } from '../locales/advice-en.js';
import { ADVICE_ZH_CN } from '../locales/advice-zh-CN.js';
import { defineLocale } from '../locales/define-locale.js';
import { en } from '../locales/en.js';
import { type Locale, withClassTexts } from '../locales/locale.js';
import { zhCN } from '../locales/zh-CN.js';
import { findAdvice } from './find-advice.js';

const adviceOf = (locale: Locale, status: number) =>
  findAdvice({ type: 'about:blank', title: '', status }, locale, undefined);

const french = defineLocale(
  { tag: 'fr', direction: 'ltr', statuses: { 404: { advice: 'Revenez.' } } },
  defineLocale({ statuses: { 410: { advice: 'Look in the archive.' } } }, en),
);
const canadian = defineLocale({ tag: 'fr-CA', direction: 'ltr' }, french);
const taiwanese = defineLocale({ tag: 'zh-TW', direction: 'ltr' }, zhCN);
const { statuses, labels } = en;
const latin: Locale = { tag: 'la', direction: 'ltr', statuses, labels };

describe('findAdvice', () => {
  it.each<[what: string, locale: Locale, status: number, advice: readonly string[]]>([
    ['ours', en, 404, [ADVICE_EN[404]]],
    ['ours, in Chinese', zhCN, 404, [ADVICE_ZH_CN[404]]],
    ['that of the class for what is not registered', en, 499, [ADVICE_EN.clientError]],
    ['likewise of 5xx', zhCN, 599, [ADVICE_ZH_CN.serverError]],
    [
      'that of the class where the number means another',
      withClassTexts(en, 418),
      418,
      [ADVICE_EN.clientError],
    ],
    ['that of the class of 500', withClassTexts(en, 500), 500, [ADVICE_EN.serverError]],
    ['the language’s own', french, 404, ['Revenez.']],
    ['the application’s own, behind a language', french, 410, ['Look in the archive.']],
    ['that of the language behind it', french, 409, [ADVICE_EN[409]]],
    ['that of two behind it', canadian, 404, ['Revenez.']],
    ['that of the last behind it', canadian, 409, [ADVICE_EN[409]]],
    ['that of Chinese behind it', taiwanese, 409, [ADVICE_ZH_CN[409]]],
    ['none in a language that is nobody’s', latin, 409, []],
  ])('gives %s', (_what, locale, status, advice) => {
    expect(adviceOf(locale, status)).toStrictEqual(advice);
  });
});
