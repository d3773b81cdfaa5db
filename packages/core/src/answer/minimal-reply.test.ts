import { minimalReply } from './minimal-reply.js';

const replyTo = (method: string, set: Readonly<Record<string, string | string[]>> = {}) =>
  minimalReply({
    request: { method, headers: {}, httpVersionMajor: 1 },
    response: { getHeader: (name) => set[name], getHeaderNames: () => Object.keys(set) },
  });

describe('minimalReply', () => {
  it('says what it has to say, with its length', () => {
    const { status, reason, headers, body, ascii } = replyTo('GET');
    expect([status, reason, ascii]).toEqual([500, 'Internal Server Error', true]);
    expect(JSON.parse(body)).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    });
    expect(headers).toEqual([
      ['Content-Type', 'application/problem+json'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Cache-Control', 'no-store'],
      ['Content-Length', String(body.length)],
    ]);
  });

  it('has no content for HEAD, and the length that it would have', () => {
    const { body, headers } = replyTo('HEAD');
    expect(body).toBe('');
    expect(headers).toEqual(replyTo('GET').headers);
  });

  it('removes what speaks of another representation or of the connection', () => {
    const set = { etag: '"1"', 'content-encoding': 'gzip', connection: 'upgrade', 'x-id': '7' };
    expect(replyTo('GET', set).removed).toEqual(['etag', 'content-encoding', 'connection']);
  });

  it('repairs what stays', () => {
    const set = { server: ['one/1', 'two/2'] };
    expect(replyTo('GET', set).headers).toContainEqual(['server', 'one/1']);
  });

  it('removes what no body survives where the response tells nothing', () => {
    const refuse = (): never => {
      throw new Error('no');
    };
    const request = { method: 'GET', headers: {} };
    const response = { getHeader: refuse, getHeaderNames: refuse };
    expect(minimalReply({ request, response }).removed).toEqual([
      'cache-control',
      'content-encoding',
      'content-length',
      'etag',
      'transfer-encoding',
    ]);
  });
});
