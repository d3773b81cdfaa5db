import { jest } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { installTool } from '../clients/install-tool.js';
import { runIsolated } from '../clients/run-isolated.js';
import { killAll, SERVERS, startWhole, type WholeExample } from './run-example.js';

// The tool may have to be installed, and a whole program is started.
jest.setTimeout(600_000);

let browser: Browser;
let example: WholeExample;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  example = await startWhole();
}, 600_000);

afterAll(async () => {
  await browser.close();
  killAll();
});

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** What the browser had against the page: a script or a style that the policy refuses, a failed request. */
const complaints: string[] = [];

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

async function open(
  options: BrowserContextOptions = WIDE,
  server: (typeof SERVERS)[number] = 'Express',
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(example.origins[server]);
  if (options.javaScriptEnabled !== false) {
    await page.waitForSelector('#said:has-text("404 Not Found")');
    await page.waitForSelector('#verdict:has-text("difference")');
  }
  return page;
}

async function choose(page: Page, title: string, status: number): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.waitForSelector(`#said:has-text("${status} ")`);
}

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['a telephone', NARROW],
  ['a telephone, in the dark', { ...NARROW, colorScheme: 'dark' }],
  ['a desk', WIDE],
  ['a desk, in the dark', { ...WIDE, colorScheme: 'dark' }],
  ['forced colours', { ...WIDE, forcedColors: 'active' }],
];

describe.each(LOOKS)('the playground on %s', (_where, options) => {
  it.each(['JSON', 'HTML'])('is accessible, and fits, with an answer in %s', async (format) => {
    const page = await open(options);
    await page.getByRole('radio', { name: format, exact: true }).check();
    await page.waitForSelector(`#head:has-text("${format === 'JSON' ? 'json' : 'html'}")`);
    for (const details of await page.locator('.request, .twins details').all()) {
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    }
    const width = await runIsolated(page, 'document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(options.viewport?.width ?? 0);
    const violations = await runIsolated(
      page,
      `${axe.source}; axe.run({ exclude: ['iframe'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
    );
    expect(violations).toEqual([]);
    await page.context().close();
  });
});

describe('the playground', () => {
  it('sends a request at one click, and shows the answer and the report', async () => {
    const page = await open();
    await choose(page, 'Back later', 503);
    expect(await page.textContent('#head li:first-child code')).toBe(
      'HTTP/1.1 503 Service Unavailable',
    );
    expect(await page.textContent('#body')).toContain('Payments are back at noon.');
    expect(await page.textContent('#report')).toContain('ServiceUnavailable');
    expect(await page.textContent('#request')).toContain('GET /payments HTTP/1.1');
    await page.context().close();
  });

  it('sends what a browser would not', async () => {
    const page = await open();
    await choose(page, 'Two lengths, as smugglers send', 400);
    expect(await page.textContent('#body')).toContain('ambiguous_length');
    await page.context().close();
  });

  it('asks again when the server, the format or the language changes', async () => {
    const page = await open();
    await choose(page, 'Gone for good', 410);
    await page.getByText('中文', { exact: true }).click();
    await page.waitForSelector('#head:has-text("zh-CN")');
    await page.getByText('XML', { exact: true }).click();
    await page.waitForSelector('#body:has-text("urn:ietf:rfc:7807")');
    await page.getByText('Koa', { exact: true }).click();
    const { port } = new URL(example.origins.Koa);
    await page.waitForSelector(`#curl:has-text(":${port}")`);
    expect(await page.textContent('#said')).toContain('410 Gone');
    await page.context().close();
  });

  it('shows an HTML answer as the page that it is', async () => {
    const page = await open();
    await page.getByText('HTML', { exact: true }).click();
    await page.waitForSelector('#preview:not([hidden])');
    const shown = page.frames().find((frame) => frame !== page.mainFrame());
    await shown?.waitForLoadState();
    expect(await shown?.content()).toContain('<h1><span>404</span> There is no such order.</h1>');
    await page.getByText('العربية', { exact: true }).click();
    await page.waitForSelector('#head:has-text("Content-Language: ar")');
    await page.waitForSelector('#preview[srcdoc*="rtl"]');
    expect(await page.getAttribute('#preview', 'srcdoc')).toContain('<html lang="ar" dir="rtl">');
    // Its style is allowed: what the policy refuses is a complaint.
    await page.context().close();
  });

  it('says why a line is there when it is pointed at', async () => {
    const page = await open();
    await choose(page, 'Nobody is signed in', 401);
    expect(await page.textContent('#why-line')).toBe('WWW-Authenticate: Bearer realm="orders"');
    await page.locator('#head li', { hasText: 'Vary' }).hover();
    expect(await page.textContent('#why-line')).toBe('Vary: Accept, Accept-Language');
    expect(await page.textContent('#why-section')).toBe('RFC 9110 §12.5.5');
    await page.context().close();
  });

  it('says it beneath the line where there is no room beside it', async () => {
    const page = await open(NARROW);
    expect(await page.isVisible('#why-text')).toBe(false);
    const line = page.locator('#head li', { hasText: 'Vary' });
    expect(await line.locator('.reason').isVisible()).toBe(false);
    await line.locator('button').click();
    expect(await line.locator('.reason').textContent()).toContain('caches have to know');
    expect(await line.locator('.reason').isVisible()).toBe(true);
    await page.context().close();
  });

  it('does all of it by keys', async () => {
    const page = await open();
    await page.getByRole('radio', { name: 'Express' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector(`#curl:has-text(":${new URL(example.origins.Koa).port}")`);
    await page.getByRole('button', { name: 'Malformed JSON' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#said:has-text("400 Bad Request")');
    // Line and section are two stops each.
    await page.locator('#head button').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.textContent('#why-line')).toBe('Content-Type: application/problem+json');
    const described = page.locator('#head button').nth(1);
    expect(await described.getAttribute('aria-describedby')).toBe('head-1');
    expect(await page.textContent('#head-1')).toContain('What the body is');
    expect(await page.getAttribute('#said', 'role')).toBe('status');
    await page.context().close();
  });

  it('finds no difference between what is concealed and what is not there', async () => {
    const page = await open();
    expect(await page.textContent('#verdict')).toBe('No difference in 15 lines.');
    const rows = page.locator('.pair article:first-child li');
    expect(await rows.count()).toBe(15);
    const fresh = await page.locator('.pair article:first-child [data-mark="≈"]').allTextContents();
    expect(fresh.at(-1)).toMatch(/^≈"instance":"urn:uuid:/);
    // The clock may have gone on between the two.
    for (const line of fresh.slice(0, -1)) expect(line).toMatch(/^≈Date: /);
    expect(await page.locator('.pair [data-mark="≠"]').count()).toBe(0);
    const reports = await page.locator('.pair article details').allTextContents();
    expect(reports.map((report) => report.includes('concealed'))).toEqual([true, false]);
    await page.context().close();
  });

  it('marks a difference where there is one', async () => {
    const page = await open();
    await page.route('**/try', async (route) => {
      const response = await route.fetch();
      const outcome = JSON.parse(await response.text()) as { answer: { head: { text: string }[] } };
      if (route.request().postData()?.includes('secret')) outcome.answer.head.splice(2, 1);
      await route.fulfill({ response, json: outcome });
    });
    await page.getByText('XML', { exact: true }).click();
    await page.waitForSelector('#verdict:has-text("differ.")');
    expect(await page.getAttribute('#verdict', 'data-same')).toBe('false');
    await page.context().close();
  });

  it('says so when the relay refuses', async () => {
    const page = await open();
    await page.route('**/try', (route) =>
      route.fulfill({ status: 429, json: { detail: 'Too many requests were sent.' } }),
    );
    await page.getByRole('button', { name: 'Gone for good' }).click();
    await page.waitForSelector('#said:has-text("could not be tried. Too many requests")');
    expect(complaints.splice(0)).toHaveLength(1);
    await page.context().close();
  });

  it.each(SERVERS)('is the list of lines without scripts, on %s', async (server) => {
    const page = await open({ ...WIDE, javaScriptEnabled: false }, server);
    expect(await page.isVisible('#playground')).toBe(false);
    expect(await page.getByText('curl -i').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('lets no other script run, and nobody frame it', async () => {
    for (const origin of Object.values(example.origins)) {
      const { headers } = await fetch(origin, { headers: { Accept: 'text/html' } });
      const policy = headers.get('content-security-policy');
      expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src /);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });
});
