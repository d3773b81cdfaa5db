import { createServer } from 'node:http';
import { devPages } from '@faultless/dev';
import { handle } from '@faultless/node';
import { jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { type Listening, listen } from '../harness/listen.js';
import { installTool } from './install-tool.js';

// The tool may have to be installed, and starts slowly.
jest.setTimeout(600_000);

let browser: Browser;
let server: Listening;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  const options = devPages({ report: () => undefined });
  server = await listen(
    createServer(
      handle(({ url }) => {
        throw new TypeError(
          `no "onmouseover='document.title=1'" <script>document.title=2</script> ${url}`,
          {
            cause: new Error('the disk is full'),
          },
        );
      }, options),
    ),
  );
}, 600_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

it('works under its own policy, and runs nothing of the request', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(error.message));
  await page.goto(`${server.origin}/<script>document.title=3</script>`);
  expect(refused.filter((text) => !text.startsWith('Failed to load resource: the server'))).toEqual(
    [],
  );
  expect(await page.title()).toContain('500 Internal Server Error');
  const text = await page.textContent('main, body');
  for (const part of [
    'the disk is full',
    'dev-page.test.ts',
    'no mapper knows it',
    'In production',
  ]) {
    expect(text?.toLowerCase()).toContain(part.toLowerCase());
  }
  // Its style and its script are at work.
  expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).not.toMatch(/^"?Times/);
  expect(await page.evaluate('typeof copyErrorMessage')).toBe('function');
  await page.click('[onclick="copyErrorMessage(this)"]');
  expect(refused.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  await context.close();
});
