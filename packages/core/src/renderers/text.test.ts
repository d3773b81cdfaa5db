import { describe, expect, it } from '@jest/globals';
import { ADVICE_EN } from '../locales/advice-en.js';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';
import { text } from './text.js';

describe('text', () => {
  it('reads top to bottom: status, detail, advice, reference, members', () => {
    const problem = {
      type: 'https://example.com/low-credit',
      title: 'Payment Required',
      status: 402,
      detail: 'The balance is 30, but that costs 50.',
      instance: 'urn:uuid:1',
      code: 'LOW_CREDIT',
      balance: 30,
      accounts: ['/account/1'],
    };
    expect(text.render(problem, en)).toBe(
      `402 Payment Required

The balance is 30, but that costs 50.
${ADVICE_EN[402]}

Reference: urn:uuid:1
type: "https://example.com/low-credit"
code: "LOW_CREDIT"
balance: 30
accounts: ["/account/1"]
`,
    );
  });

  it('has nothing but the advice when the problem says no more', () => {
    const problem = { type: 'about:blank', title: 'Not Found', status: 404 };
    expect(text.render(problem, en)).toBe(`404 Not Found\n\n${ADVICE_EN[404]}\n`);
  });

  it('says that a problem is temporary, in the language of the locale', () => {
    const problem = { type: 'about:blank', title: '服务暂不可用', status: 503, temporary: true };
    expect(text.render(problem, zhCN)).toContain(`\n${zhCN.labels.temporary}\n`);
    expect(text.render({ ...problem, temporary: false }, zhCN)).not.toContain(
      zhCN.labels.temporary,
    );
  });

  it('lists errors by the names of their fields, in the frame of the locale', () => {
    const problem = {
      type: 'about:blank',
      title: 'Unprocessable Content',
      status: 422,
      errors: [
        { detail: 'must be positive', pointer: '#/items/0/a%0Ab', code: 'min' },
        { detail: 'is unknown', pointer: '#/page', in: 'query' },
        { detail: 'no list', pointer: '#' },
        { detail: 'is empty', pointer: '' },
        { detail: 'is malformed', pointer: '#/%', limit: [3] },
        { detail: 'is odd', pointer: '/a~1b', in: 'nowhere' },
        { detail: 'is old', pointer: 'age' },
      ],
      limit: 1,
    };
    expect(text.render(problem, en)).toBe(
      `422 Unprocessable Content

${ADVICE_EN[422]}

${String(en.labels.errors)}
- items.0.a b: must be positive
- page (query parameter): is unknown
- no list
- is empty
- %: is malformed [3]
- a/b: is odd
- age: is old

limit: 1
`,
    );
    expect(text.render(problem, zhCN)).toContain('- page（查询参数）：is unknown\n');
  });

  it('lists what is no list of errors as JSON', () => {
    const problem = { type: 'about:blank', title: 'Gone', status: 410, errors: [{ detail: 1 }] };
    expect(text.render(problem, en)).toContain('errors: [{"detail":1}]\n');
    const mixed = { ...problem, errors: [{ detail: 'x' }, { detail: 1 }] };
    expect(text.render(mixed, en)).toContain('errors: [{"detail":"x"},{"detail":1}]\n');
    expect(text.render({ ...problem, errors: [] }, en)).toContain('errors: []\n');
  });

  it('does not drive a terminal', () => {
    const problem = { type: 'about:blank', title: 'Gone', status: 410, detail: '\u001b[2Jbye' };
    expect(text.render(problem, en)).toContain('\ufffd[2Jbye');
  });
});
