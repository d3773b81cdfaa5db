import { describe, expect, it } from '@jest/globals';
import { findStatus, listSources, statusesOf } from './find-status.js';

const ids = (query: string | number): string[] => findStatus(query).map(({ id }) => id);

describe('findStatus', () => {
  it.each<[string | number, string[]]>([
    ['403.14', ['iis:403.14']],
    ['nginx:499', ['nginx:499']],
    [499, ['nginx:499', 'esri:499', 'wget:499']],
    ['499', ['nginx:499', 'esri:499', 'wget:499']],
    [451, ['iana:451', 'exchange:451']],
    [103, ['iana:103', 'gears:103']],
    [420, ['spring:420', 'twitter:420']],
    ['502.2', ['iis:502.2', 'arr:502.2']],
    [404, ['iana:404']],
    [' NGINX:444 ', ['nginx:444']],
    ['iis:500.100', ['iis:500.100']],
    ['500.1', []],
    ['nginx:404', []],
    ['nobody:499', []],
    ['constructor:499', []],
    ['', []],
    [Number.NaN, []],
  ])('finds for %j %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('understands how older lists write a substatus', () => {
    expect(findStatus('500-11').map(({ id }) => id)).toEqual(['iis:500.11']);
    expect(findStatus('iis:500-11')).toEqual(findStatus('iis:500.11'));
  });

  it('tells all that is known', () => {
    expect(findStatus('iis:404.13')).toEqual([
      {
        id: 'iis:404.13',
        code: '404.13',
        source: 'iis',
        vendor: 'Microsoft IIS',
        versions: '7.0–8.0',
        phrase: 'Content Length Too Large',
        temporary: false,
        reference: expect.stringContaining('943891'),
        nearest: 413,
        reason: 'It is the content that is too large.',
        wire: false,
        transport: undefined,
        note: undefined,
        texts: {
          en: {
            title: 'Content Length Too Large',
            detail: expect.any(String),
            advice: expect.stringContaining('maxAllowedContentLength'),
          },
          'zh-CN': {
            title: '内容长度过大',
            detail: expect.any(String),
            advice: expect.stringContaining('maxAllowedContentLength'),
          },
        },
      },
    ]);
  });
});

describe('statusesOf', () => {
  it('lists the codes of a source in order', () => {
    const codes = statusesOf('cloudflare').map(({ code }) => code);
    expect(codes).toEqual(['520', '521', '522', '523', '524', '525', '526']);
    const iis = statusesOf('iis').map(({ code }) => code);
    expect(iis.indexOf('403.2')).toBeLessThan(iis.indexOf('403.14'));
    expect(iis[0]).toBe('400.1');
  });

  it('lists nothing for a source that there is not', () => {
    expect(statusesOf('nobody' as 'iis')).toEqual([]);
    expect(statusesOf('toString' as 'iis')).toEqual([]);
  });

  it('puts a list together once', () => {
    expect(statusesOf('nginx')).toBe(statusesOf('nginx'));
    expect(Object.isFrozen(statusesOf('nginx'))).toBe(true);
  });
});

describe('listSources', () => {
  it('has the registry first, and no source without statuses', () => {
    expect(listSources()[0]).toBe('iana');
    for (const source of listSources()) expect(statusesOf(source)).not.toEqual([]);
  });
});
