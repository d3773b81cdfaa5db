import { describe, expect, it } from '@jest/globals';
import { bearer } from '../challenges/bearer.js';
import type { ErrorHandlerOptions } from '../options/error-handler-options.js';
import { GENERIC_NOT_FOUND } from '../policy/concealment.js';
import type { Report } from '../reporting/report.js';
import { createResponder } from '../respond.js';
import { isErrorStatus } from '../statuses/registered.js';
import { VENDOR_ERRORS, type VendorCode } from '../statuses/vendor-sources.js';
import type { VendorTable } from '../statuses/vendor-table.js';
import type { RequestFacts, ResponseState, SentReply } from '../types.js';
import { HttpError } from './http-error.js';
import { isHttpError } from './is-http-error.js';
import { VendorError } from './vendor-error.js';

const EVERY_CODE = Object.entries<VendorTable>(VENDOR_ERRORS).flatMap(([source, table]) =>
  Object.keys(table).map((code) => `${source}:${code}` as VendorCode),
);

interface Handled {
  readonly action: string;
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly report: Report;
}

function handle(
  error: unknown,
  options: ErrorHandlerOptions<RequestFacts> = {},
  { state = 'open', ...headers }: { state?: ResponseState; [field: string]: string } = {},
): Handled {
  const request = { method: 'GET', headers };
  const response = { getHeader: () => undefined, getHeaderNames: () => [] };
  const { reply, report } = createResponder(options).respond(error, {
    request,
    response,
    state,
    context: request,
  });
  const sent: Partial<SentReply> = reply.action === 'send' ? reply : {};
  return {
    action: reply.action,
    status: sent.status,
    reason: sent.reason,
    headers: Object.fromEntries(sent.headers ?? []),
    body: sent.body ?? '',
    report,
  };
}

const problem = (handled: Handled): Record<string, unknown> =>
  JSON.parse(handled.body) as Record<string, unknown>;

describe('VendorError', () => {
  it.each(EVERY_CODE)('makes an error of %s', (code) => {
    const error = new VendorError(code);
    expect(isHttpError(error) && error instanceof HttpError).toBe(true);
    expect(isErrorStatus(error.status)).toBe(true);
    expect(error.vendor.code).toBe(code);
    expect(error.name).toBe('VendorError');
  });

  it.each<[VendorCode, number]>([
    ['iis:403.14', 403],
    ['iis:404.13', 413],
    ['iis:404.14', 414],
    ['iis:404.6', 405],
    ['iis:403.502', 429],
    ['iis:440', 401],
    ['cloudflare:522', 504],
    ['nginx:494', 431],
    ['esri:498', 401],
    ['twitter:420', 429],
    ['spring:420', 424],
    ['exchange:451', 421],
    ['apache:509', 503],
    ['microsoft-proxy:598', 504],
  ])('sends %s as %i', (code, status) => {
    const handled = handle(new VendorError(code));
    expect(handled.status).toBe(status);
    expect(problem(handled)).toMatchObject({ status, type: 'about:blank' });
    expect(handled.report).toMatchObject({ status, sentStatus: status, vendor: { code } });
  });

  it.each(['iis', 'iis:999', 'nobody:1', 'iis:403.14:x', 'constructor:name', '', 403, null])(
    'refuses %j',
    (code) => {
      expect(() => new VendorError(code as 'iis:440')).toThrow(TypeError);
    },
  );

  it('is checked by the compiler', () => {
    // @ts-expect-error there is no such substatus
    expect(() => new VendorError('iis:403.99')).toThrow('iis:403.99');
    // @ts-expect-error it is no error, so it can't be thrown
    expect(() => new VendorError('gears:103')).toThrow('gears:103');
    // @ts-expect-error the registry has classes of its own
    expect(() => new VendorError('iana:404')).toThrow('iana:404');
  });

  it('takes detail and options as every error does', () => {
    const cause = new Error('pool');
    const error = new VendorError('iis:503.0', 'Back at nine.', {
      cause,
      expose: true,
      code: 'pool_stopped',
      retryAfter: 60,
      extensions: { pool: 'web' },
    });
    expect(error.cause).toBe(cause);
    const handled = handle(error);
    expect(handled.headers['Retry-After']).toBe('60');
    expect(problem(handled)).toMatchObject({
      status: 503,
      detail: 'Back at nine.',
      code: 'pool_stopped',
      temporary: true,
      pool: 'web',
    });
  });

  it.each<[VendorCode, object, boolean | undefined]>([
    ['cloudflare:526', {}, false],
    ['cloudflare:521', {}, true],
    ['cloudflare:526', { retryAfter: 5 }, true],
    ['cloudflare:526', { temporary: true }, true],
    ['iis:404.0', {}, undefined],
  ])('says of %s with %j whether it is temporary', (code, options, temporary) => {
    expect(problem(handle(new VendorError(code, options))).temporary).toBe(temporary);
  });

  it('tells neither vendor nor substatus to the client', () => {
    const handled = handle(new VendorError('iis:403.14'));
    expect(handled.body).not.toMatch(/iis|403\.14|Directory/i);
  });
});

describe('what a vendor status owes', () => {
  it.each<VendorCode>(['iis:440', 'esri:498', 'esri:499', 'iis:403.20', 'unattributed:419'])(
    'challenges for %s',
    (code) => {
      expect(handle(new VendorError(code)).headers['WWW-Authenticate']).toBe('Bearer realm="api"');
    },
  );

  it('challenges as it was told to', () => {
    const challenged = new VendorError('iis:440', { challenges: bearer({ realm: 'mail' }) });
    expect(handle(challenged).headers['WWW-Authenticate']).toBe('Bearer realm="mail"');
    const verbatim = handle(challenged, { vendorStatuses: 'verbatim' });
    expect(verbatim.status).toBe(440);
    expect(verbatim.headers['WWW-Authenticate']).toBe('Bearer realm="mail"');
  });

  it('allows methods for iis:404.6, none if it was told none', () => {
    expect(handle(new VendorError('iis:404.6')).headers.Allow).toBe('');
    const allowing = new VendorError('iis:404.6', { allow: ['GET', 'HEAD'] });
    expect(handle(allowing).headers.Allow).toBe('GET, HEAD');
  });

  it.each<VendorCode>(['iis:403.502', 'twitter:420', 'nginx:494', 'iis:404.10'])(
    'lets nobody store %s',
    (code) => {
      const cached = new VendorError(code, { headers: { 'Cache-Control': 'max-age=60' } });
      for (const vendorStatuses of ['registered', 'verbatim'] as const) {
        expect(handle(cached, { vendorStatuses }).headers['Cache-Control']).toBe('no-store');
      }
    },
  );

  it.each([
    ['iis:403.14', { allow: ['GET'] }, 'allow is for codes that leave as 405'],
    ['iis:404.6', { allow: 'GET' }, 'allow must be a list'],
    ['iis:404.6', { allow: ['G E T'] }, 'allow must be a list'],
    ['cloudflare:522', { challenges: 'api' }, 'challenges are for codes that leave as 401 or 403'],
  ])('refuses for %s %j', (code, options, message) => {
    expect(() => new VendorError(code as 'iis:440', options as object)).toThrow(message);
  });
});

describe('vendorStatuses: verbatim', () => {
  const options = { vendorStatuses: 'verbatim' } as const;

  it.each<[VendorCode, number, string]>([
    ['cloudflare:522', 522, 'Connection Timed Out'],
    ['nginx:494', 494, 'Request Header Too Large'],
    ['exchange:451', 451, 'Redirect'],
  ])('sends %s as itself', (code, status, title) => {
    const handled = handle(new VendorError(code), options);
    expect(handled).toMatchObject({ status, reason: title });
    expect(problem(handled)).toMatchObject({ status, title });
    expect(handled.report.sentStatus).toBe(status);
  });

  it('titles it in the language of the client', () => {
    const handled = handle(new VendorError('cloudflare:522'), options, {
      'accept-language': 'zh-CN',
    });
    expect(problem(handled)).toMatchObject({ title: '连接源服务器超时' });
    expect(handled.reason).toBe('Connection Timed Out');
  });

  it.each(['application/json', 'text/html', 'text/plain'])(
    'says nothing of the law for the 451 of Exchange, in %s',
    (accept) => {
      const { body } = handle(new VendorError('exchange:451'), options, { accept });
      expect(body).not.toMatch(/\blaw|legal/i);
    },
  );

  it('sends what has no three digits as what is nearest', () => {
    expect(handle(new VendorError('iis:404.13'), options).status).toBe(413);
  });

  it.each([
    [{ verbatim: 522, titles: {} }, 'Server Error'],
    [{ verbatim: 522, titles: { en: 'a\r\nSet-Cookie: b' } }, 'a  Set-Cookie: b'],
    [{ verbatim: 200, titles: { en: 'OK' } }, 'Bad Gateway'],
    [{ verbatim: '522', titles: { en: 'x' } }, 'Bad Gateway'],
  ])('takes from a forged vendor %j no more than HTTP allows', (vendor, reason) => {
    expect(handle(Object.assign(new HttpError(502), { vendor }), options).reason).toBe(reason);
  });

  it('has nothing to do with other errors', () => {
    expect(handle(new HttpError(404), options)).toMatchObject({ status: 404, reason: 'Not Found' });
  });
});

describe('substatus: true', () => {
  const options = { substatus: true };

  it('adds the member', () => {
    expect(problem(handle(new VendorError('iis:403.14'), options)).substatus).toBe('403.14');
    expect(problem(handle(new VendorError('iis:500.19'), options)).substatus).toBe('500.19');
    expect(problem(handle(new VendorError('cloudflare:522'), options))).not.toHaveProperty(
      'substatus',
    );
  });

  it('titles page and text with it', () => {
    const page = handle(new VendorError('iis:403.14'), options, { accept: 'text/html' }).body;
    expect(page).toContain('<title>403.14 Forbidden</title>');
    expect(page).toContain('<h1><span>403.14</span> Forbidden</h1>');
    expect(page).not.toContain('substatus');
    const text = handle(new VendorError('iis:403.14'), options, { accept: 'text/plain' }).body;
    expect(text).toMatch(/^403\.14 Forbidden\n/);
  });

  it('believes nothing else that an error calls its substatus', () => {
    const posing = new HttpError(403, { extensions: { substatus: '<b>' } as never });
    expect(handle(posing, options).body).not.toContain('substatus');
    const forged = Object.assign(new HttpError(403), { vendor: { substatus: { toString: 1 } } });
    expect(problem(handle(forged, options))).not.toHaveProperty('substatus');
  });
});

describe('concealment and vendors', () => {
  const generic = { ...problem(handle(GENERIC_NOT_FOUND)), instance: expect.any(String) };

  it.each(EVERY_CODE)('hides %s behind the generic 404', (code) => {
    const hidden = new VendorError(code, { conceal: true });
    const handled = handle(hidden, { substatus: true, vendorStatuses: 'verbatim' });
    expect(problem(handled)).toEqual(generic);
    expect(handled.headers).toEqual(handle(GENERIC_NOT_FOUND).headers);
    expect(handled.report).toMatchObject({ concealed: true, sentStatus: 404, vendor: { code } });
  });

  it('lets the predicate hide an act of transport too', () => {
    const handled = handle(new VendorError('nginx:444'), { conceal: () => true });
    expect(handled).toMatchObject({ action: 'send', status: 404 });
  });
});

describe('acts of transport', () => {
  it('closes the connection without a byte for nginx:444', () => {
    const { action, report } = handle(new VendorError('nginx:444'), { vendorStatuses: 'verbatim' });
    expect(action).toBe('destroy');
    expect(report).toMatchObject({ level: 'info', outcome: 'closed', status: 444 });
    expect(report.sentStatus).toBeUndefined();
  });

  it.each<VendorCode>(['nginx:499', 'arr:400.604'])('sends nothing for %s', (code) => {
    const { action, report } = handle(new VendorError(code));
    expect(action).toBe('destroy');
    expect(report).toMatchObject({ level: 'info', outcome: 'client-gone', status: 499 });
  });

  it('writes nothing to a client that has really left', () => {
    const { action, report } = handle(new VendorError('nginx:444'), {}, { state: 'gone' });
    expect(action).toBe('none');
    expect(report).toMatchObject({
      level: 'info',
      outcome: 'client-gone',
      vendor: { code: 'nginx:444' },
    });
  });

  it('breaks a response off that has started', () => {
    const { action, report } = handle(new VendorError('cloudflare:522'), {}, { state: 'started' });
    expect(action).toBe('destroy');
    expect(report).toMatchObject({ outcome: 'truncated', vendor: { code: 'cloudflare:522' } });
  });

  it('survives a forged vendor', () => {
    const forged = Object.defineProperty(new HttpError(403), 'vendor', {
      get() {
        throw new Error('no');
      },
    });
    expect(handle(forged).status).toBe(500);
  });
});
