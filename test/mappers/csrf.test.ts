import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import csurf from 'csurf';
import { ask, serveExpress } from './servers.js';

const { doubleCsrfProtection } = doubleCsrf({
  getSecret: () => 'kanari',
  getSessionIdentifier: () => 'kanari',
});

describe.each([
  ['csurf', csurf({ cookie: true })],
  ['csrf-csrf', doubleCsrfProtection],
])('%s', (_, protection) => {
  it('is a 403 that says what to do', async () => {
    const served = await serveExpress((app) => {
      app.use(cookieParser(), protection);
    });
    const { status, problem, text } = await ask(served.url, {
      method: 'POST',
      headers: { 'X-CSRF-Token': 'kanari' },
    });
    await served.close();
    expect([status, problem.code]).toEqual([403, 'csrf_token_invalid']);
    expect(problem.detail).toMatch(/reload/);
    expect(text).not.toContain('kanari');
  });
});
