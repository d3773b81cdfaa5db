import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

/** The bytes that a process of its own prints for an error and a notice of this text. */
function print(text: string): string {
  const program = `
    import { consoleReporter } from '@faultless/core';
    const text = ${JSON.stringify(text)};
    const error = Object.assign(new TypeError(text, { cause: new Error(text) }), { [text]: text });
    error.gathered = new AggregateError([error, new Error(text)], text);
    consoleReporter({
      level: 'error', status: 500, sentStatus: 500, outcome: 'sent', concealed: false, causes: [],
      method: text, route: text, instance: text, error,
      notices: [{ message: text, cause: error.gathered }],
    });`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  expect(status).toBe(0);
  return stderr;
}

describe('what consoleReporter prints', () => {
  it.each([
    ['a line like its own', 'no\nGET /admin 200 (sent 200) urn:uuid:0'],
    ['a line like its own, after CR LF', 'no\r\nGET /admin 200 (sent 200) urn:uuid:0'],
    ['a return to the beginning', 'no\rGET /admin 200 (sent 200)'],
    ['a terminal’s commands', 'no\u001b[2J\u001b]0;title\u0007'],
    ['their one-character forms', 'no\u009b2J\u0085\u007f\u0000\b'],
    ['separators of Unicode', 'no\u2028GET /\u2029GET /'],
    ['another direction of the text', 'no\u202e\u2066\u200f'],
    ['formats of a console', 'no %s %o %c %d %%'],
  ])('has no line or control that a text brings: %s', (_what, text) => {
    const bytes = print(text);
    expect(bytes).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    const [head, ...lines] = bytes.trimEnd().split('\n');
    expect(head).toContain('500 (sent 500)');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^ {2}/);
  });

  it('shows the lines of a message behind a bar, and its frames without', () => {
    const lines = print('one\n    at forged (file:1:1)').split('\n');
    expect(lines).toContain('  TypeError: one');
    expect(lines).toContain('  |     at forged (file:1:1)');
    expect(lines.some((line) => /^ {6}at /.test(line))).toBe(true);
  });

  it('does not grow with a text that is cut', () => {
    const [long, longer] = [20_000, 40_000].map((length) => print('x'.repeat(length)).length);
    // The number of characters left out may have another digit, in each of the texts.
    expect(Number(longer) - Number(long)).toBeLessThan(100);
  });
});
