import { describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { en } from '../locales/en.js';
import { repairText } from './escape.js';
import { problemXml } from './problem-xml.js';

const problem = { type: 'about:blank', title: 'Conflict', status: 409 };

/** Fails on anything that is not well-formed. */
function parse(xml: string) {
  const parser = new DOMParser({
    onError(level, message) {
      // Warnings tell of U+FFFD, which stands for what XML forbids.
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  });
  const root = parser.parseFromString(xml, 'application/xml').documentElement;
  if (root === null) throw new Error('no root element');
  return root;
}

function textOf(xml: string, name: string): string | null | undefined {
  return parse(xml).getElementsByTagName(name)[0]?.textContent;
}

describe('problemXml', () => {
  it("writes the members as elements of the RFC's namespace", () => {
    const xml = problemXml.render({ ...problem, detail: 'a < b', balance: 30, none: null }, en);
    expect(xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Conflict</title>' +
        '<status>409</status><detail>a &lt; b</detail><balance>30</balance><none/></problem>\n',
    );
    expect(parse(xml).namespaceURI).toBe('urn:ietf:rfc:7807');
  });

  it('writes an array as <i> elements and an object as its members', () => {
    const errors = [{ detail: 'too old', pointer: '#/age' }, [1, true], 'text'];
    expect(problemXml.render({ ...problem, errors, empty: [] }, en)).toContain(
      '<errors><i><detail>too old</detail><pointer>#/age</pointer></i>' +
        '<i><i>1</i><i>true</i></i><i>text</i></errors><empty/>',
    );
  });

  it.each([
    '1st',
    'a b',
    'a:b',
    '-a',
    '',
    'xmlns',
    'XML',
    'xml-lang',
    '<a>',
    'a\u0000',
    '×',
    'a.b',
    '余额',
    'é',
    '𠀀',
    'a😀',
    'a٣',
  ])('leaves out a member named %j', (name) => {
    const xml = problemXml.render({ ...problem, [name]: 1, inner: { [name]: 1 } }, en);
    expect(xml).toBe(problemXml.render({ ...problem, inner: {} }, en));
  });

  it.each(['balance', '_a', 'a-b', 'a1'])('keeps a member named %j', (name) => {
    expect(textOf(problemXml.render({ ...problem, [name]: 'kept' }, en), name)).toBe('kept');
  });

  it('is well-formed whatever a text holds, and says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (detail) => {
        const xml = problemXml.render({ ...problem, detail, list: [detail] }, en);
        expect(xml).toBe(repairText(xml));
        // This parser takes XML 1.1's line ends (§2.11) for line feeds too.
        const expected = repairText(detail).replace(/\r[\n\u0085]|[\r\u0085\u2028\u2029]/g, '\n');
        expect(textOf(xml, 'detail')).toBe(expected);
        expect(textOf(xml, 'i')).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same of every line end', () => {
    const xml = problemXml.render({ ...problem, detail: 'a\u2028b\u2029c\u0085d' }, en);
    expect(xml).toContain('a\u2028b\u2029c\u0085d');
    expect(textOf(xml, 'detail')).toBe('a\nb\nc\nd');
  });

  it('is well-formed whatever a member holds', () => {
    const arbitraryHostile = fc.anything({
      key: fc.string({ unit: 'binary' }),
      withBigInt: true,
      withDate: true,
      withNullPrototype: true,
    });
    fc.assert(
      fc.property(arbitraryHostile, fc.string({ unit: 'binary' }), (value, name) => {
        expect(parse(problemXml.render({ ...problem, value, [name]: 1 }, en)).tagName).toBe(
          'problem',
        );
      }),
      { numRuns: 500 },
    );
  });
});
