import { createHash } from 'node:crypto';
import { defineLocale, en, zhCN } from '@faultless/core';
import { htmlPage } from './html-page.js';

describe('htmlPage', () => {
  it.each<[object, string]>([
    [{ brand: '' }, 'option brand must be a text'],
    [{ logo: 'https://cdn.example/logo.png' }, 'option logo must be a path of this origin'],
    [{ logo: 'data:text/html,x' }, 'option logo must be a path of this origin'],
    [{ logo: '//cdn.example/logo.png' }, 'option logo must be a path of this origin'],
    [{ home: 'javascript:alert(1)' }, 'option home must be a path of this origin'],
    [{ home: '/\\evil.example' }, 'option home must be a path of this origin'],
    [{ home: 'mailto:a@b.example' }, 'option home must be a path of this origin'],
    [{ home: 'https://' }, 'option home must be a path of this origin'],
    [{ support: 'tel:+1' }, 'or a mailto: URI'],
    [{ support: 'tel:mailto:a@b.example' }, 'or a mailto: URI'],
    [{ signIn: '/log in' }, 'option signIn must be a path of this origin'],
    [{ home: 7 as never }, 'option home must be a path of this origin'],
    [{ style: '</style><script>' }, 'option style must be CSS without "<"'],
    [{ colour: 'red' }, 'htmlPage: there is no option "colour"'],
    [null as never, 'htmlPage: options must be an object'],
  ])('refuses %j', (options, message) => {
    expect(() => htmlPage(options)).toThrow(TypeError);
    expect(() => htmlPage(options)).toThrow(message);
  });

  it('lets its images through, and no others', () => {
    const policy = (logo?: string) => htmlPage({ logo }).headers?.[0]?.[1];
    expect(policy()).not.toContain('img-src');
    expect(policy('/logo.svg')).toContain("; img-src 'self'; ");
    expect(policy('data:image/png;base64,AA')).toContain('; img-src data:; ');
  });

  it('has a style of its own, which its policy knows by its hash', () => {
    const page = htmlPage({ style: ':root{--accent:#b00}' });
    const problem = { type: 'about:blank', title: 'Not Found', status: 404 };
    const [, style = ''] =
      /<style>([\s\S]*?)<\/style>/.exec(page.render(problem, en, { request: { headers: {} } })) ??
      [];
    expect(style).toContain('max-width');
    expect(style).toMatch(/:root\{--accent:#b00\}$/);
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers?.[0]?.[1]).toContain(`style-src 'sha256-${hash}'`);
  });

  it('leads back to paths of its own origin only', () => {
    const page = htmlPage({ signIn: '/login?to={return}' });
    const problem = { type: 'about:blank', title: 'Unauthorized', status: 401 };
    const linked = (url: string, method = 'GET') =>
      /<nav><a href="([^"]*)">/.exec(
        page.render(problem, en, { request: { method, url, headers: {} } }),
      )?.[1];
    expect(linked('/a?b=1')).toBe('/login?to=%2Fa%3Fb%3D1');
    for (const url of ['//evil.example', '/\\evil.example', 'http://evil.example/', '*', '']) {
      expect(linked(url)).toBe('/login?to=%2F');
    }
    expect(linked('/orders', 'POST')).toBe('/login?to=%2F');
  });

  it('names its links in Chinese', () => {
    const page = htmlPage({ home: '/', support: '/help', signIn: '/login' });
    const shown = page.render({ type: 'about:blank', title: '未授权', status: 401 }, zhCN, {
      request: { url: '/', headers: {} },
    });
    for (const label of ['登录', '返回首页', '联系客服']) expect(shown).toContain(`>${label}</a>`);
  });

  it('names its links in English where a locale has no words for them', () => {
    const page = htmlPage({ home: '/', support: '/help', signIn: '/login' });
    const problem = { type: 'about:blank', title: 'Unauthorized', status: 401 };
    const shown = page.render(problem, en, { request: { url: '/', headers: {} } });
    expect(shown.match(/<a [^>]*>[^<]*/g)?.map((link) => link.replace(/.*>/, ''))).toEqual([
      'Sign in',
      'Home page',
      'Contact support',
    ]);
  });

  const problem = {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    temporary: true,
  };
  const request = { url: '/orders', headers: {} };

  it.each([
    [{ brand: 'A & B' }, '<header>A &amp; B</header>'],
    [{ logo: '/a.svg' }, '<header><img src="/a.svg" alt=""></header>'],
    [{ brand: 'Shop', logo: '/a.svg' }, '<header><img src="/a.svg" alt=""> Shop</header>'],
    [{ home: '/' }, '<body>\n<main>'],
  ])('has the header of %j', (options, header) => {
    expect(htmlPage(options).render(problem, en, { request })).toContain(header);
  });

  it.each([
    [en, 'Try again'],
    [zhCN, '重试'],
    [defineLocale({ tag: 'fr', direction: 'ltr' }, en), 'Try again'],
    [defineLocale({ labels: { tryAgain: 'Once more' } }, en), 'Once more'],
  ])('names its links in the language of the page: %#', (locale, label) => {
    const page = htmlPage({}).render(problem, locale, { request });
    expect(page).toContain(`<nav><a href="/orders">${label}</a></nav>`);
  });

  it('has no links where there is nothing to link to', () => {
    for (const method of ['POST', 'HEAD']) {
      const page = htmlPage({ signIn: '/login' }).render(
        { ...problem, temporary: method === 'POST' },
        en,
        { request: { ...request, method } },
      );
      expect(page).not.toContain('<nav>');
    }
  });

  it('gives support the reference, where there is one', () => {
    const page = htmlPage({ support: '/help?{reference}' });
    const linked = (instance?: string) =>
      page.render({ ...problem, ...(instance && { instance }) }, en, { request });
    expect(linked('urn:uuid:1')).toContain('href="/help?urn%3Auuid%3A1"');
    expect(linked()).toContain('href="/help?"');
    expect(page.render(problem, en, {} as never)).toContain('href="/help?"');
  });
});
