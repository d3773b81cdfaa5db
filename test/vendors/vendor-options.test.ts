import { HttpError, NotFound, type VendorCode, VendorError } from '@faultless/core';
import { EVERY_CODE } from './every-code.js';
import { handle, problemOf } from './handle.js';

describe('vendorStatuses: verbatim', () => {
  const options = { vendorStatuses: 'verbatim' } as const;

  it.each<[VendorCode, number, string]>([
    ['cloudflare:522', 522, 'Connection Timed Out'],
    ['nginx:494', 494, 'Request Header Too Large'],
    ['exchange:451', 451, 'Redirect'],
  ])('sends %s as itself', (code, status, title) => {
    const handled = handle(new VendorError(code), options);
    expect(handled).toMatchObject({ status, reason: title });
    expect(problemOf(handled)).toMatchObject({ status, title });
    expect(handled.report.sentStatus).toBe(status);
  });

  it('titles it in the language of the client', () => {
    const handled = handle(new VendorError('cloudflare:522'), options, {
      'accept-language': 'zh-CN',
    });
    expect(problemOf(handled)).toMatchObject({ title: '连接源服务器超时' });
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
    expect(problemOf(handle(new VendorError('iis:403.14'), options)).substatus).toBe('403.14');
    expect(problemOf(handle(new VendorError('iis:500.19'), options)).substatus).toBe('500.19');
    expect(problemOf(handle(new VendorError('cloudflare:522'), options))).not.toHaveProperty(
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

  it('adds the member to a status that leaves as itself too', () => {
    const vendor = { verbatim: 522, titles: { en: 'Timed Out' }, substatus: '522.1' };
    const error = Object.assign(new HttpError(502), { vendor });
    const shown = problemOf(handle(error, { ...options, vendorStatuses: 'verbatim' }));
    expect(shown).toMatchObject({ status: 522, substatus: '522.1' });
  });

  it('believes nothing else that an error calls its substatus', () => {
    const posing = Object.assign(new HttpError(403), { extensions: { substatus: '<b>' } });
    expect(handle(posing, options).body).not.toContain('substatus');
    const forged = Object.assign(new HttpError(403), { vendor: { substatus: { toString: 1 } } });
    expect(problemOf(handle(forged, options))).not.toHaveProperty('substatus');
  });
});

describe('concealment and vendors', () => {
  const generic = { ...problemOf(handle(new NotFound())), instance: expect.any(String) };

  it.each(EVERY_CODE)('hides %s behind the generic 404', (code) => {
    const hidden = new VendorError(code, { conceal: true });
    const handled = handle(hidden, { substatus: true, vendorStatuses: 'verbatim' });
    expect(problemOf(handled)).toEqual(generic);
    expect(handled.headers).toEqual(handle(new NotFound()).headers);
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

  it.each(['x', 'toString'])('knows none by the name %s', (transport) => {
    const forged = Object.assign(new HttpError(403), { vendor: { transport } });
    expect(handle(forged)).toMatchObject({ action: 'send', status: 403 });
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
