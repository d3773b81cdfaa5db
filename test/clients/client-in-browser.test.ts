import { handle, ServiceUnavailable, Unauthorized, UnprocessableContent } from '@faultless/node';
import { jest } from '@jest/globals';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { closeAll, serve } from '../harness/serve.js';
import { installTool } from './install-tool.js';

// The tool may have to be installed, and starts slowly.
jest.setTimeout(600_000);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  let failures = 0;
  const { port } = await serve(
    handle(
      (request, response) => {
        if (request.url === '/') {
          response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>a</title>');
          return;
        }
        if (request.url === '/sign-in') throw new Unauthorized('orders');
        failures += 1;
        if (request.url === '/later' && failures === 1) {
          throw new ServiceUnavailable({ retryAfter: 0 });
        }
        if (request.url === '/later') {
          response.end('at last');
          return;
        }
        throw new UnprocessableContent('No.', { extensions: { balance: 30 } });
      },
      { report: () => undefined },
    ),
  );
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.addScriptTag({ content: bundleClient() });
}, 600_000);

afterAll(async () => {
  await browser.close();
  await closeAll();
});

function bundleClient(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['packages/client/src/index.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'faultless',
    platform: 'browser',
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}

/** What the client throws in the page, as data. */
function ask(path: string, options = '{}'): Promise<unknown> {
  return page.evaluate(`
    faultless.problemFetch(fetch, ${options})('${path}').then(
      (response) => response.text(),
      (error) => ({
        isProblem: faultless.isProblem(error),
        kind: error.kind,
        problem: error.problem,
        challenges: error.challenges,
        retry: error.retry,
      }),
    )`);
}

describe('the client in Chromium', () => {
  it('reads a problem', async () => {
    expect(await ask('/orders')).toMatchObject({
      isProblem: true,
      problem: { status: 422, detail: 'No.', balance: 30 },
      retry: { worthwhile: false },
    });
  });

  it('reads challenges, which open no prompt', async () => {
    expect(await ask('/sign-in')).toMatchObject({
      challenges: [{ scheme: 'Bearer', params: { realm: 'orders' } }],
    });
  });

  it('sends again', async () => {
    expect(await ask('/later')).toBe('at last');
  });

  it('reads a problem in a worker', async () => {
    const code = `${bundleClient()}
      onmessage = ({ data }) => faultless.problemFetch(fetch)(data).catch((error) =>
        postMessage({ isProblem: faultless.isProblem(error), problem: error.problem }));`;
    const told: unknown = await page.evaluate(`new Promise((resolve) => {
      const code = new Blob([${JSON.stringify(code)}], { type: 'text/javascript' });
      const worker = new Worker(URL.createObjectURL(code));
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(new URL('/orders', location.href).href);
    })`);
    expect(told).toMatchObject({ isProblem: true, problem: { status: 422, balance: 30 } });
  });

  it('says that no response came', async () => {
    expect(await ask('http://127.0.0.1:1/', '{ retries: 0 }')).toMatchObject({
      isProblem: false,
      kind: 'network',
    });
  });
});
