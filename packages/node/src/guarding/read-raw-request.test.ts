import { jest } from '@jest/globals';
import {
  findEvidence,
  findLargestField,
  type ParserError,
  readRawRequest,
} from './read-raw-request.js';

const broken = (text: string, bytesParsed = 0): ParserError =>
  Object.assign(new Error('Parse Error'), { rawPacket: Buffer.from(text, 'latin1'), bytesParsed });

describe('readRawRequest', () => {
  it('reads the method and the fields of negotiation, and nothing else', () => {
    const text = 'HEAD / HTTP/1.1\r\nACCEPT:  text/html \r\nCookie: a=b\r\nbroken\r\n\r\n';
    expect(readRawRequest(broken(text, 60))).toEqual({
      method: 'HEAD',
      headers: { accept: 'text/html' },
      httpVersionMajor: 1,
    });
  });

  it('reads nothing where nothing was kept', () => {
    expect(readRawRequest(new Error('timeout'))).toEqual({
      method: undefined,
      headers: {},
      httpVersionMajor: 1,
    });
  });

  it('takes nothing from a request that came before in the same packet', () => {
    const first = 'GET / HTTP/1.1\r\nAccept: text/html\r\nAccept-Language: zh\r\n\r\n';
    const text = `${first}PUT / HTTP/1.1\r\nbroken\r\n\r\n`;
    expect(readRawRequest(broken(text, text.length - 4))).toMatchObject({
      method: 'PUT',
      headers: {},
    });
    expect(readRawRequest(broken(text, text.length - 4)).headers).toEqual({});
  });

  it('does not read on in the content', () => {
    const text = 'BREW / HTTP/1.1\r\nHost: a\r\n\r\nAccept: text/html\r\n';
    expect(readRawRequest(broken(text, 1)).headers).toEqual({});
  });

  it.each([
    ['spaces', ' '.repeat(65_536)],
    ['a field of spaces', `Accept:${' '.repeat(65_000)}x`],
    ['versions', 'GET HTTP/1.1'.repeat(5000)],
    ['digits', `GET / HTTP/${'1'.repeat(60_000)}x`],
    ['letters', 'M'.repeat(65_536)],
    ['empty lines', '\n'.repeat(65_536)],
    ['colons', ':'.repeat(65_536)],
    ['lines', 'a: b\r\n'.repeat(10_000)],
  ])('looks a few times at %s, however they are cut', (_name, text) => {
    for (const parsed of [0, 1, text.length]) {
      const looked = countLooked(() => {
        readRawRequest(broken(text, parsed));
        findEvidence(broken(text, parsed));
        findLargestField(broken(text, parsed));
      });
      expect(looked).toBeGreaterThan(0);
      expect(looked).toBeLessThan(8 * text.length);
    }
  });
});

/** How many characters patterns look at; that each is linear, test/property/patterns.test.ts proves. */
function countLooked(run: () => void): number {
  let looked = 0;
  const { exec } = RegExp.prototype;
  const counting = jest.spyOn(RegExp.prototype, 'exec').mockImplementation(function (
    this: RegExp,
    text,
  ) {
    looked += text.length + 1;
    return exec.call(this, text);
  });
  run();
  counting.mockRestore();
  return looked;
}

describe('findLargestField', () => {
  it.each([
    [`GET / HTTP/1.1\r\nCookie: ${'a'.repeat(100)}`, 100, 'Cookie'],
    [`GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(100)}`, 300, undefined],
    [`GET /${'a'.repeat(100)}`, 100, undefined],
    ['A: b\nabc', 0, undefined],
    ['A: b\nab', 0, 'A'],
  ])('names the field of %j', (text, parsed, name) => {
    expect(findLargestField(broken(text, parsed))).toBe(name);
  });
});
