import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, posix } from 'node:path';
import { jest } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { installTool } from '../clients/install-tool.js';
import { closeAll, serve } from '../harness/serve.js';

// It is built by: npm run docs. The browser may have to be installed, and starts slowly.
jest.setTimeout(600_000);

const SITE = 'docs-site/dist';
const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const texts = new Map(pages.map((name) => [name, readFileSync(`${SITE}/${name}`, 'utf8')]));
const valuesOf = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, value = '']) => value);
const anchors = new Map(
  Array.from(texts, ([name, text]) => [name, new Set(valuesOf(text, / id="([^"]+)"/g))]),
);

/** The links of a page that lead nowhere. */
function findDeadLinks(page: string, text: string): string[] {
  return valuesOf(text, /<a [^>]*?href="([^"]*)"/g)
    .filter((link) => !/^(?:https:|mailto:)/.test(link))
    .filter((link) => {
      const { pathname, hash } = new URL(link, `http://site/${page}`);
      const name = posix.join('.', pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      if (!texts.has(name)) return !existsSync(`${SITE}/${name}`);
      return hash !== '' && anchors.get(name)?.has(decodeURIComponent(hash.slice(1))) !== true;
    });
}

describe('the built site', () => {
  it('has a page for each document', () => {
    const documents = readdirSync('docs').filter((name) => name.endsWith('.md'));
    const wanted = documents.map((name) =>
      name === 'README.md' ? 'index.html' : name.replace('.md', '.html'),
    );
    expect(pages).toEqual(expect.arrayContaining(wanted));
  });

  it('links to what is there', () => {
    const dead = Array.from(texts, ([page, text]) =>
      findDeadLinks(page, text).map((link) => `${page}: ${link}`),
    ).flat();
    expect(dead).toEqual([]);
    expect(findDeadLinks('index.html', '<a href="./nowhere.html">')).toHaveLength(1);
    expect(findDeadLinks('index.html', '<a href="/options.html#nowhere">')).toHaveLength(1);
  });
});

let browser: Browser;
let origin: string;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  const site = await serve((request, response) => {
    const file = `${SITE}${request.url === '/' ? '/index.html' : String(request.url)}`;
    if (!existsSync(file)) response.writeHead(404).end();
    else
      response
        .setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
        .end(readFileSync(file));
  });
  origin = site.origin;
});

afterAll(async () => {
  await browser.close();
  await closeAll();
});

/** A page at rest: nothing moves, so that each colour is the one that it comes to. */
async function open(path: string, colorScheme: 'dark' | 'light', width = 1440): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' });
  return page;
}

describe('a page of the site', () => {
  it.each([
    ['options.html', 'light', 1440],
    ['reference/index.html', 'light', 1440],
    ['status/403.html', 'light', 1440],
    ['index.html', 'dark', 360],
    ['access.html', 'dark', 360],
  ] as const)(
    'is accessible, and fits: %s in the %s, %i pixels wide',
    async (path, scheme, width) => {
      const page = await open(path, scheme, width);
      const broad = await page.evaluate('document.documentElement.scrollWidth');
      expect(broad).toBeLessThanOrEqual(width);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(`axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`);
      expect(violations).toEqual([]);
      await page.close();
    },
  );
});

describe('the search', () => {
  it.each([
    ['403.14', '/status/iis-403-14.html'],
    ['522', '/status/cloudflare-522.html'],
    ['denyAccess', '/reference/@faultless/core/functions/denyAccess.html'],
  ])('finds the page of %s first', async (words, path) => {
    const page = await open('index.html', 'light');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill(words);
    const found = await page.locator('#localsearch-list a').first().getAttribute('href');
    expect(found?.replace(/#.*/, '')).toBe(path);
    await page.close();
  });
});
