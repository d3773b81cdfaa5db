import { createPages } from '@faultless/problems/pages';
import { jest } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { closeAll, serve } from '../harness/serve.js';
import { shopProblems } from '../problems/shop-problems.js';
import { installTool } from './install-tool.js';
import { runIsolated } from './run-isolated.js';

// The tool may have to be installed, and starts slowly.
jest.setTimeout(600_000);

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['a telephone (en)', { locale: 'en', viewport: { width: 320, height: 640 } }],
  ['a telephone (zh-CN)', { locale: 'zh-CN', viewport: { width: 320, height: 640 } }],
  ['a desk, in the dark', { locale: 'en', colorScheme: 'dark' }],
];

let browser: Browser;
let origin: string;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  const pages = createPages(shopProblems('https://api.example/problems/'));
  ({ origin } = await serve((request, response) => {
    const reply = pages(request);
    response.writeHead(reply?.status ?? 404, reply?.headers).end(reply?.body);
  }));
}, 600_000);

afterAll(async () => {
  await browser.close();
  await closeAll();
});

describe.each(LOOKS)('a page of problems on %s', (_where, options) => {
  it.each(['', 'out-of-credit', 'token_expired'])('%p is accessible, and fits', async (slug) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) refused.push(message.text());
    });
    await page.goto(`${origin}/problems/${slug}`);
    expect(refused).toEqual([]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
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
    await context.close();
  });

  it('lead from the index to a page, in its language, and back', async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${origin}/problems/`);
    const index = await page.title();
    const language = await page.getAttribute('html', 'lang');
    await page.click('main li a');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.textContent('h1')).toMatch(/^403 OutOfCredit/);
    await page.click('nav a');
    expect(await page.title()).toBe(index);
    await context.close();
  });
});
