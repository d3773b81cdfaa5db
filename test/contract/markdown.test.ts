import { HttpError, NotFound, ServiceUnavailable, UnprocessableContent } from '@faultless/node';
import { HtmlRenderer, Parser } from 'commonmark';
import { eachServer } from './support/each-server.js';

/** As CommonMark's own reader understands it. */
const read = (markdown: string): string =>
  new HtmlRenderer().render(new Parser().parse(markdown)).replace(/\n/g, '');

const HOSTILE = [
  '# a heading',
  '- an item',
  '1. another',
  '+ one more',
  '> a quotation',
  '=====',
  '-----',
  '    code',
  '```\ncode\n```',
  '`code` ``more``',
  '*emphasis* __strong__ ~~gone~~',
  '[link](javascript:alert(1)) ![image](x) <https://a.example> [a]: b',
  '<script>alert(1)</script> <!-- -->',
  '&lt;b&gt; &#60; \\&amp; \\',
  'a | b\n--|--\nc | d',
  'hard  \nbreak\\\nhere',
  '\u2028# after a line separator',
  '',
];

eachServer('text/markdown', (start) => {
  const ask = async (thrown: unknown, headers: Record<string, string> = {}) => {
    const server = await start(() => {
      throw thrown;
    });
    return server.request({ headers: { Accept: 'text/markdown, text/html;q=.9', ...headers } });
  };

  it('says what happened, what to do next, and whether and when to try again', async () => {
    const answer = await ask(
      new ServiceUnavailable('The queue is full.', {
        retryAfter: 90,
        code: 'queue_full',
        expose: true,
      }),
    );
    expect(answer.value('content-type')).toBe('text/markdown; charset=utf-8');
    expect(answer.text.replace(/urn:uuid:[^`]+/, 'urn:uuid:1')).toBe(`# 503 Service Unavailable

The queue is full.

This is temporary: try again in 90 seconds.

## Details

- \`temporary\`: \`true\`
- \`retry-after\`: \`90\`
- \`code\`: \`queue_full\`
- \`instance\`: \`urn:uuid:1\`
`);
  });

  it('says each thing to do as a sentence', async () => {
    const { text } = await ask(new NotFound({ temporary: true }));
    expect(text).toMatch(/\. This is temporary: the same request may work later\.\n/);
  });

  it('lists what to correct', async () => {
    const { text } = await ask(
      new UnprocessableContent({
        extensions: { errors: [{ detail: 'must be *one*', pointer: '#/a_b', limit: 1 }] },
      }),
      { 'Accept-Language': 'zh' },
    );
    expect(text).toContain('\n## 需要更正的内容\n');
    expect(text).toContain('\n- 字段 `a_b`：must be \\*one\\* `1`\n');
  });

  it.each(HOSTILE)('holds %j as text', async (hostile) => {
    const thrown = new NotFound(hostile, {
      extensions: { [`k${hostile}`]: hostile, list: [hostile] },
    });
    const html = read((await ask(thrown)).text);
    const [, ...paragraphs] = html.split(/<p>(.*?)<\/p>/);
    const tags = html.replace(/<code>.*?<\/code>/g, '').match(/<\/?\w+|<!/g) ?? [];
    expect(new Set(tags)).toEqual(
      new Set(['<h1', '</h1', '<p', '</p', '<h2', '</h2', '<ul', '</ul', '<li', '</li']),
    );
    const shown = hostile.replace(/\s+/g, ' ').trim();
    if (shown !== '') expect(decode(paragraphs[0] ?? '')).toBe(shown);
    expect(html.match(/<li>/g)).toHaveLength(3);
  });
});

function decode(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

eachServer('the time to wait', (start) => {
  it.each<[string, number | Date, string, string]>([
    ['one second', 1, 'try again in 1 second.', '请在1秒钟后重试。'],
    ['part of one', 0.2, 'try again in 1 second.', '请在1秒钟后重试。'],
    ['a minute', 60, 'try again in 1 minute.', '请在1分钟后重试。'],
    ['119 seconds', 119, 'try again in 119 seconds.', '请在119秒钟后重试。'],
    ['121 seconds', 121, 'try again in 3 minutes.', '请在3分钟后重试。'],
    ['an hour', 3600, 'try again in 1 hour.', '请在1小时后重试。'],
    ['a day', 86_400, 'try again in 1 day.', '请在1天后重试。'],
    [
      'two days',
      new Date(Date.now() + 172_790_000),
      'try again in 48 hours.',
      '请在48小时后重试。',
    ],
    ['what is over', new Date(0), 'Wait a few minutes, then try again.', '请等待几分钟后重试。'],
    ['none', 0, 'Wait a few minutes, then try again.', '请等待几分钟后重试。'],
  ])('of %s is told in words', async (_what, retryAfter, english, chinese) => {
    const server = await start(() => {
      throw new HttpError(503, { retryAfter });
    });
    for (const Accept of ['text/html', 'text/plain', 'text/markdown']) {
      for (const [language, words] of [
        ['en', english],
        ['zh-CN', chinese],
      ] as const) {
        const headers = { Accept, 'Accept-Language': language };
        expect((await server.request({ headers })).text).toContain(words);
      }
    }
  });
});
