import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkup, quoteMarkdown, repairText } from './escape.js';

describe('quoteMarkdown', () => {
  it.each([
    ['plain', '`plain`'],
    ['`', '`` ` ``'],
    ['', '`  `'],
  ])('writes %j as %s', (text, code) => {
    expect(quoteMarkdown(text)).toBe(code);
  });
});

describe('escapeMarkup', () => {
  it.each([
    ['plain', 'plain'],
    ['a & b', 'a &amp; b'],
    ['<script>', '&lt;script&gt;'],
    [`"it's"`, '&quot;it&#39;s&quot;'],
    ['&amp;', '&amp;amp;'],
    ['中文 😀', '中文 😀'],
    ['tab\tline\nreturn\r', 'tab\tline\nreturn\r'],
    ['\u0000\u0001\u001b', '\ufffd\ufffd\ufffd'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
    ['\ud83d', '\ufffd'],
    ['\ude00\ud83d', '\ufffd\ufffd'],
    ['<\ud83d\ude00\ud83d>', '&lt;😀\ufffd&gt;'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeMarkup(text)).toBe(expected);
  });

  it('leaves nothing that ends a text or an attribute value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(escaped.isWellFormed()).toBe(true);
        expect(readReferences(escaped)).toBe(repairText(text));
      }),
    );
  });
});

describe('repairText', () => {
  it('replaces the escape that drives terminals', () => {
    expect(repairText('\u001b[2J')).toBe('\ufffd[2J');
  });
});

function readReferences(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
