import { bearer, HttpError, isHttpError, type VendorCode, VendorError } from '@faultless/core';
import { EVERY_CODE } from './every-code.js';
import { handle, problemOf } from './handle.js';

describe('VendorError', () => {
  it.each(EVERY_CODE)('makes an error of %s', (code) => {
    const error = new VendorError(code);
    expect(isHttpError(error) && error instanceof HttpError).toBe(true);
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(error.status).toBeLessThan(600);
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
    expect(problemOf(handled)).toMatchObject({ status, type: 'about:blank' });
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
    expect(problemOf(handled)).toMatchObject({
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
    expect(problemOf(handle(new VendorError(code, options))).temporary).toBe(temporary);
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
