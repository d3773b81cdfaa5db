import {
  basic,
  bearer,
  type Challenge,
  challenge,
  digest,
  handle,
  Unauthorized,
} from '@faultless/node';
import { jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { ACCOUNT, createListener } from '../../examples/password-login/src/listener.js';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { installTool } from './install-tool.js';

// The tool may have to be installed, and starts slowly.
jest.setTimeout(600_000);

const PASSWORD = basic({ realm: 'orders', charset: 'UTF-8' });
const TOKEN = bearer({ realm: 'orders', scope: 'orders:read' });
const NONCE = digest({ realm: 'orders', nonce: 'n', qop: ['auth'], algorithm: 'SHA-256' });
const CHALLENGES: Readonly<Record<string, readonly [Challenge, ...Challenge[]]>> = {
  '/token': [TOKEN],
  '/either': [TOKEN, PASSWORD],
  '/unknown-first': [challenge('Newauth', { realm: 'a, Basic realm="b"' }), PASSWORD],
  '/digest-challenge': [NONCE],
};

let browser: Browser;
let login: Listening;
let challenging: Listening;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: installTool('chromium'),
    args: ['--no-sandbox'],
  });
  login = await serve(createListener());
  challenging = await serve(
    handle(({ url = '' }) => {
      throw new Unauthorized(CHALLENGES[url] ?? 'orders');
    }),
  );
}, 600_000);

afterAll(async () => {
  await browser.close();
  await closeAll();
});

/** Opens a page, and answers each prompt for credentials, or cancels it. */
async function open(url: string, credentials?: { username: string; password: string }) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const asked: { scheme: string; realm: string }[] = [];
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void session.send('Fetch.continueRequest', { requestId });
  });
  session.on('Fetch.authRequired', ({ requestId, authChallenge: { scheme, realm } }) => {
    asked.push({ scheme: scheme.toLowerCase(), realm });
    const authChallengeResponse =
      credentials === undefined || asked.length > 1
        ? ({ response: 'CancelAuth' } as const)
        : ({ response: 'ProvideCredentials', ...credentials } as const);
    void session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse });
  });
  await session.send('Fetch.enable', { handleAuthRequests: true });
  const response = await page.goto(url);
  const text = await page.textContent('body');
  await page.close();
  return { asked, status: response?.status(), text };
}

describe('Chromium', () => {
  it('asks for credentials for Basic, and logs in with them', async () => {
    const { user: username, password } = ACCOUNT;
    const { asked, status, text } = await open(`${login.origin}/basic`, { username, password });
    expect(asked.map(({ scheme }) => scheme)).toEqual(['basic']);
    expect(status).toBe(200);
    expect(text).toContain('Hello, ada.');
  });

  it('logs in with Digest', async () => {
    const { user: username, password } = ACCOUNT;
    const { asked, status } = await open(`${login.origin}/digest`, { username, password });
    expect(asked).toEqual([{ scheme: 'digest', realm: 'accounts@example' }]);
    expect(status).toBe(200);
  });

  it.each(['/token', '/'])('does not ask for Bearer: the page renders (%s)', async (path) => {
    const { asked, status, text } = await open(`${challenging.origin}${path}`);
    expect(asked).toEqual([]);
    expect(status).toBe(401);
    expect(text).toContain('Unauthorized');
  });

  it.each([
    ['/either', 'basic'],
    ['/unknown-first', 'basic'],
    ['/digest-challenge', 'digest'],
  ])('finds the one that it knows among the challenges of %s', async (path, scheme) => {
    const { asked, status, text } = await open(`${challenging.origin}${path}`);
    expect(asked).toEqual([{ scheme, realm: 'orders' }]);
    expect(status).toBe(401);
    expect(text).toContain('Unauthorized');
  });
});
