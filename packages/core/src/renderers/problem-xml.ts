import type { Renderer } from '../types.js';
import { escapeMarkup } from './escape.js';
import { type PlainMembers, type PlainValue, plainMembers } from './plain-value.js';

/**
 * Writes the problem document as `application/problem+xml`. A member whose name no XML element may
 * have is left out, at any depth.
 *
 * @see RFC 9457 Appendix B
 */
export const problemXml: Renderer = {
  mediaType: 'application/problem+xml',
  render(problem) {
    const members = renderMembers(plainMembers(problem));
    return `${DECLARATION}<problem xmlns="urn:ietf:rfc:7807">${members}</problem>\n`;
  },
};

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

function renderMembers(members: PlainMembers): string {
  let elements = '';
  for (const [name, value] of members) {
    if (isElementName(name)) elements += renderElement(name, value);
  }
  return elements;
}

function renderElement(name: string, value: PlainValue): string {
  const content = renderContent(value);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function renderContent(value: PlainValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item) => renderElement('i', item)).join('');
  if (typeof value === 'object') return renderMembers(Object.entries(value));
  return escapeMarkup(String(value));
}

/** Names that begin with "xml" are the W3C's, and a colon would need a namespace. */
function isElementName(name: string): boolean {
  return NAME.test(name) && !RESERVED.test(name);
}

/**
 *     NCName ::= NameStartChar NameChar*    (without ":")
 *
 * @see Namespaces in XML 1.0 §3, XML 1.0 §2.3
 */
const START =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}' +
  '\\u{200c}\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}' +
  '\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const NAME = new RegExp(
  `^[${START}][${START}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}]*$`,
  'u',
);
const RESERVED = /^xml/i;
