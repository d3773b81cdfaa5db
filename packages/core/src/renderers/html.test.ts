import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { ADVICE_EN } from '../locales/advice-en.js';
import { ADVICE_ZH_CN } from '../locales/advice-zh-CN.js';
import { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import { zhCN } from '../locales/zh-CN.js';
import { repairText } from './escape.js';
import { html } from './html.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const problem = {
  type: 'about:blank',
  title: 'Not Found',
  status: 404,
  detail: 'No such order.',
  instance: 'urn:uuid:1',
};

describe('html', () => {
  it('is a complete page', () => {
    const page = html.render(problem, en);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">\n/);
    for (const part of [
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="robots" content="noindex">',
      '<title>404 Not Found</title>',
      '<h1><span>404</span> Not Found</h1>',
      '<p dir="auto">No such order.</p>',
      `<p>${ADVICE_EN[404]}</p>`,
      '<footer>Reference <code>urn:uuid:1</code></footer>',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('<h2>');
    expect(page).not.toContain(en.labels.temporary);
  });

  it('parses without an error', () => {
    const codes: string[] = [];
    parse(html.render({ ...problem, temporary: true, errors: [{ detail: 'x' }], id: 1 }, en), {
      onParseError: ({ code }) => codes.push(code),
    });
    expect(codes).toEqual([]);
  });

  it.each([en, zhCN])('stays below 3 KB in every status ($tag)', (locale) => {
    for (const [status, { title, detail }] of Object.entries(locale.statuses)) {
      const page = html.render({ ...problem, status: Number(status), title, detail }, locale);
      expect(Buffer.byteLength(page)).toBeLessThan(3072);
    }
  });

  it('speaks the language of the locale', () => {
    const { title, detail } = zhCN.statuses[503];
    const advice = ADVICE_ZH_CN[503];
    const page = html.render({ ...problem, status: 503, title, detail, temporary: true }, zhCN);
    expect(page).toContain('<html lang="zh-CN" dir="ltr">');
    for (const part of [title, detail, advice, zhCN.labels.temporary, zhCN.labels.reference]) {
      expect(page).toContain(part);
    }
    const errors = [{ detail: '无效', pointer: '#/seite', in: 'cookie' }];
    const list = html.render({ ...problem, errors }, zhCN);
    expect(list).toContain(`<h2>${String(zhCN.labels.errors)}</h2>`);
    expect(list).toContain('<li><code>seite</code>（Cookie 值）：<bdi>无效</bdi></li>');
  });

  it('says that a text of others is in no language that is known', () => {
    expect(html.render(problem, zhCN)).toContain('lang="">No such order.</p>');
    expect(html.render({ ...problem, detail: '没有该订单。' }, zhCN)).not.toContain('lang=""');
    expect(html.render(problem, en)).not.toContain('lang=""');
  });

  it('does without the labels of errors that a locale has not', () => {
    const { reference, more, temporary } = en.labels;
    const bare: Locale = { ...en, labels: { reference, more, temporary } };
    const page = html.render(
      { ...problem, errors: [{ detail: 'x', pointer: '#/a', in: 'query' }] },
      bare,
    );
    expect(page).toContain(`<h2>${more}</h2>\n<ul><li><code>a</code>: <bdi>x</bdi></li></ul>`);
  });

  it("shows the problem's own title", () => {
    const page = html.render({ ...problem, title: 'No <Order>' }, en);
    expect(page).toContain('<title>404 No &lt;Order&gt;</title>');
    expect(page).toContain('<h1><span>404</span> No &lt;Order&gt;</h1>');
  });

  it('works without detail and instance', () => {
    const page = html.render({ type: 'about:blank', title: 'Gone', status: 410 }, en);
    expect(page).not.toContain('<footer>');
    expect(elements(parse(page)).filter(({ tagName }) => tagName === 'p')).toHaveLength(1);
  });

  it('lists validation errors, texts, links and other members', () => {
    const page = html.render(
      {
        ...problem,
        type: 'https://example.com/bad-order',
        code: 'BAD_ORDER',
        errors: [
          { detail: 'must be <positive>', pointer: '#/items/0/a~1%C3%A4', code: 'min' },
          { detail: 'is unknown', pointer: '#/page', in: 'query' },
          { detail: 'is missing', limit: 3 },
        ],
        mixed: [{ detail: 'x' }, 1],
        balance: 30,
      },
      en,
    );
    for (const part of [
      `<h2>${en.labels.more}</h2>`,
      '<dt>type</dt><dd><a href="https://example.com/bad-order" rel="noreferrer"><bdi>https://example.com/bad-order</bdi></a></dd>',
      '<dt>code</dt><dd><bdi>BAD_ORDER</bdi></dd>',
      `<h2>${String(en.labels.errors)}</h2>\n<ul>` +
        '<li><code>items.0.a/ä</code>: <bdi>must be &lt;positive&gt;</bdi></li>' +
        '<li><code>page</code> (query parameter): <bdi>is unknown</bdi></li>' +
        '<li><bdi>is missing</bdi> <code>3</code></li></ul>',
      '<dd><code>[{&quot;detail&quot;:&quot;x&quot;},1]</code></dd>',
      '<dt>balance</dt><dd><code>30</code></dd>',
    ]) {
      expect(page).toContain(part);
    }
  });

  it.each([
    'javascript:alert(1)',
    'javascript://a/%0aalert(1)',
    'data:text/html,x',
    'data://a/,x',
    'x-https://a',
    '/relative',
    '//a/b',
    'https://',
    'https://a b',
  ])('makes no link of %j', (type) => {
    expect(html.render({ ...problem, type }, en)).not.toContain('<a ');
  });

  it('escapes every dynamic text', () => {
    const shape = tagsOf(render('x'));
    fc.assert(
      fc.property(arbitraryMarkup, (value) => {
        const page = render(value);
        expect(tagsOf(page)).toEqual(shape);
        const texts = elements(parse(page)).flatMap(({ childNodes }) => childNodes.map(textOf));
        if (value.trim() !== '') expect(texts).toContain(shown(value));
      }),
      { numRuns: 1000 },
    );

    function render(value: string): string {
      return html.render(
        {
          type: 'about:blank',
          title: `t${value}`,
          status: 404,
          detail: value,
          instance: `i${value}`,
          code: `c${value}`,
          [`m${value}`]: { [value]: value },
          errors: [{ detail: value, pointer: `p${value}` }],
        },
        en,
      );
    }
  });

  it("escapes a locale's texts", () => {
    const hostile: Locale = {
      ...en,
      tag: '"><script>',
      labels: {
        reference: '<script>',
        more: '<script>',
        temporary: '<script>',
        errors: '<script>',
        field: '<script>{name}{detail}',
      },
      statuses: { ...en.statuses, 404: { title: '<script>', detail: '', advice: '<script>' } },
    };
    const errors = [{ detail: 'x', pointer: '#/a' }];
    const page = html.render({ ...problem, temporary: true, extra: 1, errors }, hostile);
    expect(page).not.toContain('<script>');
  });

  it('has no script, nothing external, and one style', () => {
    const tags = tagsOf(html.render({ ...problem, extra: { a: 1 } }, en));
    expect(tags.filter((tag) => tag === 'style')).toHaveLength(1);
    expect(tags).not.toEqual(expect.arrayContaining(['script']));
    expect(html.render(problem, en)).not.toMatch(/src=|url\(|@import|<link/);
  });

  it('has its style under a title of its own too', () => {
    expect(html.render({ ...problem, title: 'Own' }, en)).toContain(`<style>${PAGE_STYLE}</style>`);
  });

  it('allows its own style and nothing else', () => {
    const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
    expect(PAGE_STYLE_HASH).toBe(hash);
    expect(html.render(problem, en)).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(html.headers).toEqual([
      [
        'Content-Security-Policy',
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      ],
    ]);
  });
});

const arbitraryMarkup = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '/', '!--', 'script', 'lt;', '#', 'x', ']]>'))
    .map((parts) => parts.join('')),
);

function elements(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function tagsOf(page: string): string[] {
  return elements(parse(page)).map(({ tagName }) => tagName);
}

function textOf(node: Node): string | undefined {
  return 'value' in node ? node.value : undefined;
}

/** What an HTML parser makes of a text: line breaks are normalised. */
function shown(value: string): string {
  return repairText(value).replace(/\r\n?/g, '\n');
}
