import { bearer, NotFound, VendorError } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import type { RawResponse } from '../harness/raw-response.js';
import { throwByPath } from './support/throw-by-path.js';

const withoutInstance = ({ statusLine, fields, text }: RawResponse): string =>
  [
    statusLine,
    ...fields.map(([name, value]) => (name === 'Date' ? name : `${name}: ${value}`)),
    text,
  ]
    .join('\n')
    .replace(/urn:uuid:[\w-]{36}/g, 'urn:uuid:');

describeEachServer((under) => {
  describe('a vendor status', () => {
    it.each([
      ['iis:403.14', 'HTTP/1.1 403 Forbidden'],
      ['iis:404.13', 'HTTP/1.1 413 Content Too Large'],
      ['cloudflare:522', 'HTTP/1.1 504 Gateway Timeout'],
      ['nginx:494', 'HTTP/1.1 431 Request Header Fields Too Large'],
    ])('leaves as what is nearest: %s as %s', async (code, statusLine) => {
      const server = await under.start(throwByPath);
      const response = await server.request({ path: `/${code}` });
      expect(response.statusLine).toBe(statusLine);
      expect(response.json()).toMatchObject({ status: response.status, type: 'about:blank' });
      expect(response.text).not.toContain(code);
      expect(server.lastReport()).toMatchObject({
        status: response.status,
        sentStatus: response.status,
        vendor: { code },
      });
    });

    it('has what the nearest owes', async () => {
      const server = await under.start(throwByPath);
      const challenged = await server.request({ path: '/iis:440' });
      expect(challenged.values('WWW-Authenticate')).toEqual(['Bearer realm="api"']);
      expect((await server.request({ path: '/iis:404.6' })).value('Allow')).toBe('');
      const limited = await server.request({ path: '/iis:403.502' });
      expect(limited.value('Cache-Control')).toBe('no-store');
    });

    it('has what its thrower says', async () => {
      const server = await under.start(({ url }) => {
        if (url === '/mail') {
          throw new VendorError('iis:440', { challenges: bearer({ realm: 'mail' }) });
        }
        throw new VendorError('iis:404.6', 'Read only.', { allow: ['GET', 'HEAD'] });
      });
      const mail = await server.request({ path: '/mail' });
      expect(mail.values('WWW-Authenticate')).toEqual(['Bearer realm="mail"']);
      const denied = await server.request({ method: 'PUT' });
      expect(denied.status).toBe(405);
      expect(denied.value('Allow')).toBe('GET, HEAD');
      expect(denied.json()).toMatchObject({ detail: 'Read only.', temporary: false });
    });

    it('leaves as itself with vendorStatuses: verbatim, where three digits allow it', async () => {
      const server = await under.start(throwByPath, { vendorStatuses: 'verbatim' });
      const late = await server.request({ path: '/cloudflare:522' });
      expect(late.statusLine).toBe('HTTP/1.1 522 Connection Timed Out');
      expect(late.json()).toMatchObject({ status: 522, title: 'Connection Timed Out' });
      expect((await server.request({ path: '/iis:404.13' })).status).toBe(413);
      const expired = await server.request({ path: '/iis:440' });
      expect(expired.status).toBe(440);
      expect(expired.values('WWW-Authenticate')).toEqual(['Bearer realm="api"']);
    });

    it('keeps its substatus from the client unless the handler says otherwise', async () => {
      const server = await under.start(throwByPath);
      for (const accept of ['application/json', 'text/html', 'text/plain']) {
        const headers = { Accept: accept };
        const response = await server.request({ path: '/iis:403.14', headers });
        expect(response.text).not.toContain('403.14');
        expect(server.lastReport().vendor?.substatus).toBe('403.14');
      }
    });

    it('tells its substatus with substatus: true', async () => {
      const server = await under.start(throwByPath, { substatus: true });
      const ask = (accept: string, language = 'en'): Promise<RawResponse> =>
        server.request({
          path: '/iis:403.14',
          headers: { Accept: accept, 'Accept-Language': language },
        });
      expect((await ask('application/json')).json()).toMatchObject({
        status: 403,
        substatus: '403.14',
      });
      expect((await ask('text/html')).text).toContain('<title>403.14 Forbidden</title>');
      expect((await ask('text/html', 'zh')).text).toContain('<title>403.14 禁止访问</title>');
      expect((await ask('text/plain')).text).toMatch(/^403\.14 Forbidden\n/);
      const xml = await ask('application/problem+xml');
      expect(xml.text).toContain('<substatus>403.14</substatus>');
    });

    it.each(['iis:403.14', 'iis:440', 'iis:404.6', 'cloudflare:522', 'nginx:444', 'nginx:499'])(
      'is a 404 like any other when %s is concealed',
      async (code) => {
        const server = await under.start(
          ({ url }) => {
            if (url === '/absent') throw new NotFound();
            throw new VendorError(code as 'iis:440', { conceal: true });
          },
          { substatus: true, vendorStatuses: 'verbatim' },
        );
        for (const accept of ['application/problem+json', 'text/html', 'text/plain']) {
          const headers = { Accept: accept };
          const absent = await server.request({ path: '/absent', headers });
          const hidden = await server.request({ path: '/hidden', headers });
          expect(withoutInstance(hidden)).toBe(withoutInstance(absent));
        }
        expect(server.lastReport()).toMatchObject({
          concealed: true,
          sentStatus: 404,
          vendor: { code },
        });
      },
    );
  });
});
