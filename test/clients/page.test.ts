import { ar } from '@faultless/locale-ar';
import {
  en,
  handle,
  html,
  htmlPage,
  NotFound,
  type Renderer,
  ServiceUnavailable,
  Unauthorized,
  UnprocessableContent,
  zhCN,
} from '@faultless/node';
import { jest } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { installTool } from './install-tool.js';
import { runIsolated } from './run-isolated.js';

// The tool may have to be installed, and starts slowly.
jest.setTimeout(600_000);

const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
)}`;

const own = htmlPage({
  brand: 'Harbour <Books>',
  logo: LOGO,
  home: '/',
  support: 'mailto:help@shop.example?subject={reference}',
  signIn: '/login?to={return}',
  style: ':root{--accent:light-dark(#953800,#ffa657)}',
});

const ERRORS: Readonly<Record<string, Error>> = {
  '/404': new NotFound(`No such order: ${'x'.repeat(300)}`),
  '/401': new Unauthorized('orders'),
  '/422': new UnprocessableContent({
    extensions: {
      errors: [
        { detail: 'must be an e-mail address', pointer: '#/email' },
        { detail: 'is too long', pointer: '#/address/street', in: 'query' },
      ],
      more: 'https://shop.example/help',
      limit: { street: 80 },
    },
  }),
  '/503': new ServiceUnavailable({ retryAfter: 7200 }),
};

let browser: Browser;
let servers: Readonly<Record<'html' | 'htmlPage', Listening>>;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  const start = (renderer: Renderer): Promise<Listening> =>
    serve(
      handle(
        ({ url = '' }) => {
          throw ERRORS[url.replace(/\?.*/, '')];
        },
        { renderers: [renderer], locales: [en, zhCN, ar], report: () => undefined },
      ),
    );
  servers = { html: await start(html), htmlPage: await start(own) };
}, 600_000);

afterAll(async () => {
  await browser.close();
  await closeAll();
});

async function open(url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource: the server responded')) {
      refused.push(message.text());
    }
  });
  await page.goto(url);
  return { page, refused, close: () => context.close() };
}

const DESK = { width: 1440, height: 900 };

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ...['en', 'zh-CN', 'ar'].flatMap((locale): [string, BrowserContextOptions][] => [
    [`a telephone (${locale})`, { locale, viewport: { width: 320, height: 640 } }],
    [`a desk, in the dark (${locale})`, { locale, viewport: DESK, colorScheme: 'dark' }],
  ]),
  ['forced colours (ar)', { locale: 'ar', viewport: DESK, forcedColors: 'active' }],
];

describe.each(['html', 'htmlPage'] as const)('the page of %s', (name) => {
  describe.each(LOOKS)('on %s', (_where, options) => {
    it.each(['/404', '/422', '/503'])('of %s is accessible, and fits', async (path) => {
      const { page, refused, close } = await open(`${servers[name].origin}${path}`, options);
      expect(refused).toEqual([]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      // Its own style, which the policy has to allow, is there.
      const border = await page.evaluate(
        "getComputedStyle(document.querySelector('main')).borderTopWidth",
      );
      expect(border).toBe('4px');
      // The page allows no script; the browser's own world runs axe.
      const violations = await runIsolated(
        page,
        `${axe.source}; axe.run().then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
      );
      expect(violations).toEqual([]);
      await close();
    });
  });
});

describe('the links of htmlPage', () => {
  const linksOf = async (path: string, options?: BrowserContextOptions) => {
    const { page, refused, close } = await open(`${servers.htmlPage.origin}${path}`, options);
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('nav a')].map((a) => a.textContent + ': ' + a.getAttribute('href'))",
    );
    const [brand, logo, reference] = await Promise.all([
      page.textContent('header'),
      page.evaluate("document.querySelector('header img').naturalWidth"),
      page.textContent('footer code'),
    ]);
    await close();
    expect(refused).toEqual([]);
    expect(brand).toBe(' Harbour <Books>');
    expect(logo).toBeGreaterThan(0);
    return links.map((link) => link.replace(encodeURIComponent(reference ?? ''), 'REFERENCE'));
  };
  const REST = ['Home page: /', 'Contact support: mailto:help@shop.example?subject=REFERENCE'];

  it('lead to sign in, and back, on a 401', async () => {
    expect(await linksOf('/401?a=1&b=%2F')).toEqual([
      'Sign in: /login?to=%2F401%3Fa%3D1%26b%3D%252F',
      ...REST,
    ]);
  });

  it('lead to the same again where that may help', async () => {
    expect(await linksOf('/503?a="<b>')).toEqual(['Try again: /503?a=%22%3Cb%3E', ...REST]);
    expect(await linksOf('/404')).toEqual(REST);
  });

  it('speak the language of the page', async () => {
    const links = await linksOf('/503', { locale: 'zh-CN' });
    expect(links.map((link) => link.split(': ')[0])).toEqual(['重试', '返回首页', '联系客服']);
    const arabic = await linksOf('/503', { locale: 'ar-EG' });
    expect(arabic.map((link) => link.split(': ')[0])).toEqual([
      'إعادة المحاولة',
      'الصفحة الرئيسية',
      'الاتصال بالدعم',
    ]);
  });
});

it('lets the reference be copied with one click', async () => {
  const { page, close } = await open(`${servers.html.origin}/404`);
  await page.click('footer code');
  const selected = await page.evaluate('getSelection().toString()');
  expect(selected).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  await close();
});

describe('a page from right to left', () => {
  const measure = async (path: string, selector: string, locale: string) => {
    const { page, close } = await open(`${servers.html.origin}${path}`, { locale });
    const found = page.locator(selector).first();
    const [box, main] = await Promise.all([
      found.boundingBox(),
      page.locator('main').boundingBox(),
    ]);
    const direction = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('${selector}')).direction`,
    );
    const lang = await found.getAttribute('lang');
    await close();
    if (box === null || main === null) throw new Error(`there is no ${selector}`);
    const left = box.x - main.x;
    const right = main.x + main.width - box.x - box.width;
    return { side: left < right ? 'left' : 'right', direction, lang };
  };

  it.each([
    ['en', 'left', 'ltr'],
    ['ar', 'right', 'rtl'],
  ])('has its text, in %s, on the %s', async (locale, side, direction) => {
    expect(await measure('/503', 'h1 span', locale)).toMatchObject({ direction });
    expect(await measure('/422', 'dt', locale)).toMatchObject({ direction });
    expect(await measure('/422', 'li', locale)).toMatchObject({ direction });
    expect(await measure('/422', 'li code', locale)).toMatchObject({ side });
  });

  it('lets what is not Arabic stand from left to right, and not be read as Arabic', async () => {
    const ltr = { direction: 'ltr' };
    expect(await measure('/404', 'p', 'ar')).toMatchObject({ ...ltr, lang: '' });
    expect(await measure('/422', 'li bdi', 'ar')).toMatchObject({ ...ltr, lang: '' });
    expect(await measure('/422', 'li code', 'ar')).toMatchObject(ltr);
    expect(await measure('/404', 'footer code', 'ar')).toMatchObject(ltr);
    expect(await measure('/404', 'p', 'en')).toMatchObject({ ...ltr, lang: null });
  });
});

it('is printed as what it says', async () => {
  const { page, close } = await open(`${servers.htmlPage.origin}/404`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('nav')).toBe(false);
  expect(await page.isVisible('main p')).toBe(true);
  await close();
});
