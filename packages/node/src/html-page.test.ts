import { en } from '@faultless/core';
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
    [{ signIn: '/log in' }, 'option signIn must be a path of this origin'],
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
});
