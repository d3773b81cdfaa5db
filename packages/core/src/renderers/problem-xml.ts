import { escapeMarkup } from './escape.js';
import { type JsonMembers, type JsonValue, jsonMembers } from './json-value.js';
import type { BuiltInRenderer } from './renderer.js';

/**
 * Writes the problem document as `application/problem+xml`. A member whose name is not
 * ASCII letters, digits, `_` and `-` is left out, at any depth.
 *
 * @see RFC 9457 Appendix B
 */
export const problemXml: BuiltInRenderer = {
  mediaType: 'application/problem+xml',
  deterministic: true,
  render(problem) {
    const members = renderMembers(jsonMembers(problem));
    return `${DECLARATION}<problem xmlns="urn:ietf:rfc:7807">${members}</problem>\n`;
  },
};

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

function renderMembers(members: JsonMembers): string {
  let elements = '';
  for (const [name, value] of members) {
    if (isElementName(name)) elements += renderElement(name, value);
  }
  return elements;
}

function renderElement(name: string, value: JsonValue): string {
  const content = renderContent(value);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function renderContent(value: JsonValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item) => renderElement('i', item)).join('');
  if (typeof value === 'object') return renderMembers(Object.entries(value));
  return escapeMarkup(String(value));
}

/**
 * ASCII alone: XML's later editions allow more, and parsers that keep to the first four, expat and
 * the JDK's among them, refuse the whole document. Names that begin with "xml" are the W3C's.
 *
 * @see RFC 9457 §3.2, XML 1.0 §2.3
 */
function isElementName(name: string): boolean {
  return NAME.test(name) && !RESERVED.test(name);
}

const NAME = /^[A-Za-z_][\w-]*$/;
const RESERVED = /^xml/i;
