import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { en, zhCN } from '@faultless/core';
import { errorHandler as expressErrors, notFound } from '@faultless/express';
import { errorHandler as koaErrors } from '@faultless/koa';
import { ar } from '@faultless/locale-ar';
import { handle, NotFound } from '@faultless/node';
import { defineProblems } from '@faultless/problems';
import { createPages, expressPages, koaPages, writePages } from '@faultless/problems/pages';
import { Parser } from 'commonmark';
import express5 from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';
import { parse } from 'parse5';
import { STYLE, STYLE_HASH } from '../../packages/problems/src/pages/style.js';
import { type Listening, listen } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { shapeProblems } from './shape-problems.js';
import { shopProblems } from './shop-problems.js';

type Shop = ReturnType<typeof shopProblems>;
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

const REPORT = { report: () => undefined };

function onExpress(create: typeof express5) {
  return (problems: Shop): Listener => {
    const { OutOfCredit } = problems.classes;
    const app = create();
    app.use((_request, response, next) => {
      response.vary('Origin');
      next();
    });
    app.use(expressPages(problems));
    app.get('/orders', () => {
      throw new OutOfCredit({ balance: 30 });
    });
    app.use(notFound());
    app.use(expressErrors(REPORT));
    return app;
  };
}

function onKoa(create: () => Koa) {
  return (problems: Shop): Listener => {
    const { OutOfCredit } = problems.classes;
    const app = create();
    app.use(koaErrors(REPORT));
    app.use((context, next) => {
      context.vary('Origin');
      return next();
    });
    app.use(koaPages(problems));
    app.use(({ path }) => {
      if (path === '/orders') throw new OutOfCredit({ balance: 30 });
    });
    return app.callback();
  };
}

function onNode(problems: Shop): Listener {
  const { OutOfCredit } = problems.classes;
  const pages = createPages(problems);
  return handle((request, response) => {
    const reply = pages(request);
    if (reply !== undefined) {
      response.setHeader('Vary', 'Origin');
      for (const [name, value] of Object.entries(reply.headers)) response.appendHeader(name, value);
      response.writeHead(reply.status).end(reply.body);
      return;
    }
    if (request.url !== '/orders') throw new NotFound();
    throw new OutOfCredit({ balance: 30 });
  }, REPORT);
}

const SERVERS = [
  { name: 'Express 4', make: onExpress(express4 as unknown as typeof express5) },
  { name: 'Express 5', make: onExpress(express5) },
  { name: 'Koa 2', make: onKoa(() => new Koa2() as unknown as Koa) },
  { name: 'Koa 3', make: onKoa(() => new Koa()) },
  { name: 'node:http', make: onNode },
];

describe.each(SERVERS)('pages of problems on $name', ({ make }) => {
  let server: Listening;
  let problems: Shop;
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    server.request({ path, headers, method });

  beforeAll(async () => {
    let listener: Listener = () => undefined;
    server = await listen(
      createServer((request, response) => {
        void listener(request, response);
      }),
    );
    problems = shopProblems(`${server.origin}/problems/`);
    listener = make(problems);
  });
  afterAll(() => server.close());

  it('are what the type of an answer leads to', async () => {
    const { type, title } = (await get('/orders')).json();
    const page = await fetch(String(type), { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`</span> ${String(title)}</h1>`);
    const json = await fetch(String(type), {
      headers: { Accept: 'application/problem+json, application/json' },
    });
    expect(await json.json()).toMatchObject({ type, name: 'OutOfCredit', status: 403 });
  });

  it.each([
    ['text/html', '*/*', 'text/html; charset=utf-8', 'en'],
    ['text/html', 'image/png', 'text/html; charset=utf-8', 'en'],
    ['application/json', 'en', 'application/json', 'en, zh-CN'],
    ['text/markdown', 'en', 'text/markdown; charset=utf-8', 'en'],
    ['text/markdown', 'zh-TW, en;q=0.5', 'text/markdown; charset=utf-8', 'zh-CN'],
    ['text/html', 'zh', 'text/html; charset=utf-8', 'zh-CN'],
    ['text/html', 'de', 'text/html; charset=utf-8', 'en'],
  ])('are negotiated: %s, %s', async (accept, language, type, tag) => {
    const headers = { Accept: accept, 'Accept-Language': language };
    for (const path of ['/problems/', '/problems/out-of-credit']) {
      const page = await get(path, headers);
      expect(page.status).toBe(200);
      expect(page.value('Content-Type')).toBe(type);
      expect(page.value('Content-Language')).toBe(tag);
      expect(page.values('Vary').join(', ')).toBe('Origin, Accept, Accept-Language');
      expect(page.value('X-Content-Type-Options')).toBe('nosniff');
      expect(page.value('Content-Length')).toBe(String(page.body.length));
    }
  });

  it('are also there by the name of each file, as they are written for a static server', async () => {
    const files = writePages(problems);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'index.html',
        'index.zh-CN.md',
        'closed.json',
        'llms.txt',
        'token_expired.md',
      ]),
    );
    for (const [name, text] of files) {
      const page = await get(`/problems/${name}`, { 'Accept-Language': 'zh' });
      expect([name, page.status, page.text === text]).toEqual([name, 200, true]);
      expect([name, page.values('Vary')]).toEqual([name, ['Origin']]);
    }
  });

  it('are not sent again to who has them', async () => {
    const first = await get('/problems/out-of-credit');
    const tag = String(first.value('ETag'));
    expect(tag).toMatch(/^"[\da-z]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await get('/problems/out-of-credit', { 'If-None-Match': known });
      expect([known, again.status, again.text]).toEqual([known, 304, '']);
      expect(again.value('ETag')).toBe(tag);
      expect(again.value('Cache-Control')).toBe('public, max-age=3600');
      expect(again.values('Vary').join(', ')).toBe('Origin, Accept, Accept-Language');
      expect(again.values('Content-Type')).toEqual([]);
    }
    const headers = { 'If-None-Match': tag, 'Accept-Language': 'zh' };
    expect((await get('/problems/out-of-credit', headers)).status).toBe(200);
    expect((await get('/problems/out-of-credit', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('answer HEAD with the fields of GET', async () => {
    for (const path of ['/problems/', '/problems/closed.md', '/problems/llms.txt']) {
      const [got, head] = [await get(path), await get(path, {}, 'HEAD')];
      expect(head.text).toBe('');
      const fields = ({ fields }: typeof got) => fields.filter(([name]) => !/^date$/i.test(name));
      expect(fields(head)).toEqual(fields(got));
    }
  });

  it('take no other methods', async () => {
    for (const method of ['POST', 'DELETE', 'OPTIONS']) {
      const refused = await get('/problems/closed', {}, method);
      expect([method, refused.status]).toEqual([method, 405]);
      expect(refused.value('Allow')).toBe('GET, HEAD');
      expect(refused.json()).toMatchObject({ status: 405 });
    }
  });

  it('leave all other addresses to the application', async () => {
    for (const path of [
      '/problems/none',
      '/problems/none.html',
      '/problems/closed.xml',
      '/problems/closed/',
      '/problems/constructor',
      '/problems/__proto__',
      '/problems/%2e%2e/etc/passwd',
      '/Problems/closed',
      '/problem',
      '/',
    ]) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.value('Content-Type')).toBe('application/problem+json');
    }
    expect((await get('/orders')).status).toBe(403);
  });

  it('lead from the address without its slash to the index, whatever is asked for behind it', async () => {
    const moved = await get('/problems?q=1');
    expect([moved.status, moved.value('Location')]).toEqual([308, '/problems/']);
    const asked = await get('/problems/closed?q=1#a');
    expect(asked.status).toBe(200);
    const absolute = await get('http://other.example/problems/closed');
    expect(absolute.status).toBe(200);
  });
});

describe('pages', () => {
  const site = shopProblems('https://api.example/problems/');
  const files = writePages(site);
  const read = (name: string, from: ReadonlyMap<string, string> = files): string => {
    const text = from.get(name);
    if (text === undefined) throw new Error(`there is no ${name}`);
    return text;
  };
  afterAll(closeAll);

  it('have the policy that their style needs', async () => {
    expect(createHash('sha256').update(STYLE).digest('base64')).toBe(STYLE_HASH);
    const { port } = await serve((request, response) => {
      const reply = createPages(site)(request);
      response.writeHead(reply?.status ?? 500, reply?.headers).end(reply?.body);
    });
    const page = await fetch(`http://127.0.0.1:${port}/problems/`);
    expect(page.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(await page.text()).toContain(`<style>${STYLE}</style>`);
  });

  it('have only links that lead somewhere', () => {
    for (const [name, text] of files) {
      const links = [...text.matchAll(/href="([^"]*)"|\]\(([^)]*)\)/g)].map(
        ([, html, markdown]) => html ?? markdown ?? '',
      );
      if (!name.endsWith('.json'))
        expect([name, links.length > 0 || name.endsWith('.md')]).toEqual([name, true]);
      for (const link of links) {
        const file = link.replace('https://api.example/problems/', '');
        expect([name, link, files.has(file)]).toEqual([name, link, true]);
      }
    }
  });

  it('say all that there is to say, with nothing that becomes markup', () => {
    const html = read('out-of-credit.html');
    for (const told of [
      '<span>403 OutOfCredit</span> You do not have enough credit.',
      '<p>The order costs more than is left on the account.</p>',
      '<p>An order is paid from the account &lt;of who sends it&gt;.</p>\n<p>Credit is never lent.</p>',
      '<h2>What you can do</h2>\n<p>Top up the account, then send the order again.</p>',
      '<dt><code>balance</code></dt><dd><code>number</code></dd>',
      '<dt><code>accounts</code></dt><dd><code>array of string</code>',
      '&quot;detail&quot;: &quot;Your balance is 30, but that costs 50.&quot;',
      '&quot;type&quot;: &quot;https://api.example/problems/out-of-credit&quot;',
    ]) {
      expect(html).toContain(told);
    }
    expect(read('out-of-credit.zh-CN.html')).toContain('<html lang="zh-CN" dir="ltr">');
    expect(read('out-of-credit.zh-CN.html')).toContain('&quot;title&quot;: &quot;余额不足。&quot;');
    const markdown = read('out-of-credit.md');
    expect(markdown).toContain('# 403 You do not have enough credit.');
    expect(markdown).toContain('An order is paid from the account \\<of who sends it\\>.');
    expect(markdown).toContain('- `accounts` (`array of string`)');
    expect(read('llms.txt')).toContain(
      '- [OutOfCredit](https://api.example/problems/out-of-credit.md): 403. You do not have enough credit.',
    );
  });

  it('are HTML and Markdown that parsers take', () => {
    for (const [name, text] of files) {
      if (name.endsWith('.html')) {
        const errors: string[] = [];
        parse(text, { onParseError: ({ code }) => errors.push(code) });
        expect([name, errors]).toEqual([name, []]);
      } else if (name.endsWith('.md')) {
        const walker = new Parser().parse(text).walker();
        for (let event = walker.next(); event !== null; event = walker.next()) {
          expect(event.node.type).not.toMatch(/^html/);
        }
      } else if (name.endsWith('.json')) {
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }
    }
  });

  it('are in the languages of the locales that there are texts in', () => {
    const texts = { en: { title: 'A title.', detail: 'It happened.' } };
    const arabic = { title: 'عنوان', detail: 'تفاصيل' };
    const options = { base: 'https://api.example/', locales: [zhCN, ar, en] };
    const written = writePages(
      defineProblems({
        ...options,
        problems: {
          A: { status: 403, texts: { ...texts, ar: arabic } },
          B: { status: 403, texts },
        },
      }),
    );
    expect([...written.keys()].filter((name) => name.endsWith('html'))).toEqual([
      'index.html',
      'index.en.html',
      'a.html',
      'a.en.html',
      'b.html',
    ]);
    expect(read('a.html', written)).toContain('<html lang="ar" dir="rtl">');
    expect(read('a.html', written)).toContain('<h2 lang="en">Example</h2>\n');
    expect(read('index.html', written)).toContain('<a href="b.html" lang="en">A title.</a>');
    expect(read('b.html', written)).toContain('<a href="index.en.html">');
    const none = writePages(
      defineProblems({
        base: options.base,
        locales: [ar],
        problems: { B: { status: 403, texts } },
      }),
    );
    expect(read('b.html', none)).toContain('<html lang="en"');
  });

  it('are none for a request that says nothing of an address', () => {
    expect(createPages(site)({ headers: {} })).toBeUndefined();
    expect(createPages(site)({ url: '/problems/', headers: {} })?.status).toBe(200);
  });

  it('name the members of each shape, and of what is referred to', () => {
    const markdown = (problem: string): string => {
      const { entries } = shapeProblems;
      const text = read(`${problem}.md`, writePages({ ...shapeProblems, entries }));
      return text.slice(
        text.indexOf('## Members'),
        text.indexOf('\n\n', text.indexOf('## Members') + 13),
      );
    };
    expect(markdown('chosen')).toBe(
      '## Members\n\n- `kind` (`string`)\n- `one` (`number`) optional',
    );
    expect(markdown('strict')).toBe(
      '## Members\n\n- `left` (`number`)\n- `right` (`number`) optional',
    );
    for (const problem of ['linked', 'scoped', 'lazy', 'rooted']) {
      expect(markdown(problem)).toMatch(
        /^- `name` \(`string`\)\n- `(?:next|below)` \(`(?:object|array)[^)]*\)/m,
      );
    }
    expect(markdown('inner')).toBe('## Members\n\n- `tree` (`object`)\n- `link` (`object`)');
  });

  it('have links of which nothing becomes markup, whatever is in them', () => {
    const strange = 'a"><b>)(*\'!/../\ud800';
    const [first] = site.entries as [(typeof site.entries)[number]];
    const entry = { ...first, slug: strange, texts: { ...first.texts } };
    const written = writePages({ ...site, entries: [entry] });
    for (const [name, text] of written) {
      if (name.endsWith('.json')) continue;
      expect([name, text]).not.toEqual([name, expect.stringContaining('<b>')]);
      for (const [, link = ''] of text.matchAll(/href="([^"]*)"/g))
        expect(link).toMatch(/^[\w.%~-]+$/);
      for (const [, link = ''] of text.matchAll(/\]\(([^)]*)\)/g))
        expect(link).toMatch(/^[\w.%~:/-]+$/);
    }
    expect(read('index.html', written)).toContain(
      'href="a%22%3E%3Cb%3E%29%28%2A%27%21%2F..%2F%EF%BF%BD.html"',
    );
  });

  it('name the types of members that JSON Schema has words for', () => {
    const schema = {
      properties: {
        one: { type: ['string', 'null'], description: 'The <first>.' },
        two: { enum: [1, 2] },
        three: { type: 'array' },
        four: true,
      },
      required: ['one'],
    };
    const members = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value: unknown) => ({ value: value as object }),
        jsonSchema: { output: () => schema },
      },
    } as const;
    const texts = { en: { title: 'A title.', detail: 'It happened.' } };
    const written = writePages(
      defineProblems({
        base: 'https://api.example/',
        problems: { A: { status: 403, texts, members } },
      }),
    );
    expect(read('a.html', written)).toContain(
      '<dt><code>one</code></dt><dd><code>string or null</code> <bdi>The &lt;first&gt;.</bdi></dd>\n' +
        '<dt><code>two</code></dt><dd><span>optional</span></dd>\n' +
        '<dt><code>three</code></dt><dd><code>array</code> <span>optional</span></dd>\n' +
        '<dt><code>four</code></dt><dd><span>optional</span></dd>',
    );
    expect(read('a.md', written)).toContain(
      '- `one` (`string or null`) The \\<first\\>.\n- `two` optional',
    );
  });
});
