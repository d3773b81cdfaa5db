import {
  Conflict,
  defineLocale,
  en,
  Forbidden,
  Gone,
  type Locale,
  NotFound,
  problemJson,
  zhCN,
} from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import type { RawAnswer } from '../harness/raw-client.js';
import type { RunningServer, StartOptions } from '../harness/start-server.js';

const SOLD_OUT = { detail: { key: 'sold_out', params: { item: 'Tea <&>' } } };

const shopEn = defineLocale({ messages: { sold_out: '{item} is sold out.' } }, en);
const shopZh = defineLocale({ messages: { sold_out: '{item} 已售罄。' } }, zhCN);

/** Translated as far as somebody got. */
const fr = defineLocale(
  {
    tag: 'fr',
    direction: 'ltr',
    statuses: { 404: { title: 'Introuvable', detail: 'Rien ici.', advice: 'Revenez.' } },
  },
  en,
);

const ar = defineLocale(
  { tag: 'ar', direction: 'rtl', statuses: { 404: { title: 'غير موجود' } } },
  en,
);

function ask(server: RunningServer, language?: string, accept = '*/*'): Promise<RawAnswer> {
  const wanted = language === undefined ? {} : { 'Accept-Language': language };
  return server.request({ headers: { Accept: accept, ...wanted } });
}

const noticesOf = ({ reports }: RunningServer): string[][] =>
  reports.map(({ notices }) => notices.map(({ message }) => message));

describe('locales', () => {
  describeEachServer((under) => {
    const fail = (options?: StartOptions): Promise<RunningServer> =>
      under.start(() => {
        throw new NotFound();
      }, options);

    it.each([
      [undefined, 'en'],
      ['en-GB', 'en'],
      ['zh', 'zh-CN'],
      ['zh-CN', 'zh-CN'],
      ['zh-Hans', 'zh-CN'],
      ['zh-Hans-SG', 'zh-CN'],
      ['zh-Hant-HK', 'zh-CN'],
      ['zh-TW', 'zh-CN'],
      ['zh-TW,en;q=0.9', 'zh-CN'],
      ['de', 'en'],
      ['de,zh-TW;q=0.5,en;q=0.1', 'zh-CN'],
    ])('answer %s in %s', async (language, tag) => {
      const server = await fail();
      const response = await ask(server, language);
      const { title, detail } = (tag === 'en' ? en : zhCN).statuses[404];
      expect(response.json()).toMatchObject({ title, detail });
      expect(response.values('Content-Language')).toEqual([tag]);
      expect(response.value('Vary')).toMatch(/\bAccept-Language\b/);
    });

    it('give a language that nobody offers the defaultLocale', async () => {
      const server = await fail({ defaultLocale: 'zh-CN' });
      for (const language of [undefined, '', '*', 'de', 'en;q=0,zh;q=0', '!']) {
        expect((await ask(server, language)).value('Content-Language')).toBe('zh-CN');
      }
      expect((await ask(server, 'en')).value('Content-Language')).toBe('en');
    });

    it('take no part in negotiation when there is one', async () => {
      const server = await fail({ locales: [zhCN], renderers: [problemJson] });
      const response = await ask(server, 'en');
      expect(response.value('Content-Language')).toBe('zh-CN');
      expect(response.value('Vary')).toBeUndefined();
    });

    it.each<[string, Locale, string, string]>([
      ['en', en, 'ltr', 'Not Found'],
      ['zh-HK', zhCN, 'ltr', '未找到'],
      ['ar-EG', ar, 'rtl', 'غير موجود'],
    ])('write a page for %s', async (language, { tag }, direction, title) => {
      const server = await fail({ locales: [en, zhCN, ar] });
      const page = await ask(server, language, 'text/html');
      expect(page.text).toContain(`<html lang="${tag}" dir="${direction}">`);
      expect(page.text).toContain(`<title>404 ${title}</title>`);
      expect(page.value('Content-Language')).toBe(tag);
    });

    it('write a message in the language of the client, escaped on the page', async () => {
      const server = await under.start(
        () => {
          throw new Conflict(SOLD_OUT);
        },
        { locales: [shopEn, shopZh] },
      );
      expect((await ask(server, 'en')).json().detail).toBe('Tea <&> is sold out.');
      expect((await ask(server, 'zh')).json().detail).toBe('Tea <&> 已售罄。');
      expect((await ask(server, 'zh', 'text/html')).text).toContain('Tea &lt;&amp;&gt; 已售罄。');
      expect(noticesOf(server)).toEqual([[], [], []]);
    });

    it('fall back for a message that is missing, and tell once', async () => {
      const server = await under.start(
        () => {
          throw new Conflict(SOLD_OUT);
        },
        { locales: [shopEn, zhCN] },
      );
      for (let time = 0; time < 3; time++) {
        const response = await ask(server, 'zh');
        expect(response.json()).toMatchObject({
          title: zhCN.statuses[409].title,
          detail: 'Tea <&> is sold out.',
        });
      }
      expect(noticesOf(server)).toEqual([['the locale zh-CN has no message "sold_out"'], [], []]);
      expect(server.reports.map(({ level }) => level)).toEqual(['warn', 'info', 'info']);
    });

    it('fall back to the text of the status where no locale has the message', async () => {
      const server = await under.start(() => {
        throw new Conflict(SOLD_OUT);
      });
      expect((await ask(server, 'zh')).json().detail).toBe(zhCN.statuses[409].detail);
      expect((await ask(server, 'en')).json().detail).toBe(en.statuses[409].detail);
      expect(noticesOf(server)).toEqual([
        ['the locale zh-CN has no message "sold_out"'],
        ['the locale en has no message "sold_out"'],
      ]);
    });

    it('take a language that is translated in part, and tell once what was borrowed', async () => {
      const server = await under.start(
        ({ url }) => {
          throw url === '/gone' ? new Gone() : new NotFound();
        },
        { locales: [en, zhCN, fr] },
      );
      expect((await ask(server, 'fr-CA, en;q=0.5')).json().title).toBe('Introuvable');
      const headers = { 'Accept-Language': 'fr' };
      for (let time = 0; time < 2; time++) {
        const gone = await server.request({ path: '/gone', headers });
        expect(gone.json().title).toBe('Gone');
      }
      expect(noticesOf(server)).toEqual([[], ['the locale fr has no texts for 410'], []]);
    });

    it('take a single text that was changed', async () => {
      const quiet = defineLocale({ statuses: { 403: { detail: 'Members only.' } } }, en);
      const server = await under.start(
        () => {
          throw new Forbidden();
        },
        { locales: [quiet, zhCN] },
      );
      expect((await ask(server, 'en')).json()).toMatchObject({
        title: 'Forbidden',
        detail: 'Members only.',
      });
      expect(noticesOf(server)).toEqual([[]]);
    });

    it('say nothing more of a concealed error than of a 404, in any language', async () => {
      const server = await under.start(
        () => {
          throw new Forbidden({ conceal: true, ...SOLD_OUT });
        },
        { locales: [shopEn, shopZh] },
      );
      for (const language of ['en', 'zh']) {
        const response = await ask(server, language);
        expect(response.status).toBe(404);
        expect(response.text).not.toMatch(/sold|售罄|Tea/);
      }
    });
  });
});
