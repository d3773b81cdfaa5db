import { isRecord, MAX_DEPTH } from './problem.js';

/** A tag, or the text between. What the format has no use for is no tag, nor what would be a prototype. */
const PART =
  /<(?:(\/)?((?!__proto__)[A-Za-z_][\w.-]{0,99})(?:\s+xmlns\s*=\s*(["'])[^"'<]{0,99}\3)?\s*(\/)?)>|([^<]+)/y;
const PROLOGUE = /^\uFEFF?\s*(?:<\?xml\s[^<>]{0,200}\?>)?\s*/;
const ENTITY = /&(?:#(\d{1,7}|x[\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/**
 * Reads the XML of a problem: elements of one namespace, text, and the five named entities. Declarations
 * of types, comments, sections and other attributes are nothing that the format has: of a text with any of
 * them it reads nothing.
 *
 * @returns undefined for anything else
 * @see RFC 9457 appendix B
 */
export function parseProblemXml(text: string): unknown {
  const root = readElements(text);
  return root?.name === 'problem' ? typeMembers(toMembers(root)) : undefined;
}

function readElements(text: string): Element | undefined {
  const top: Element = { name: '', children: [], text: '' };
  const open = [top];
  PART.lastIndex = PROLOGUE.exec(text)?.[0].length ?? 0;
  while (PART.lastIndex < text.length) {
    const part = PART.exec(text);
    const parent = open.at(-1);
    if (part === null || parent === undefined) return undefined;
    const [, closing, name = '', , empty, words] = part;
    if (words !== undefined) {
      parent.text += unescapeXml(words);
    } else if (closing !== undefined) {
      if (open.length === 1 || parent.name !== name) return undefined;
      open.pop();
    } else {
      const element: Element = { name, children: [], text: '' };
      parent.children.push(element);
      if (empty === undefined) open.push(element);
      if (open.length > MAX_DEPTH) return undefined;
    }
  }
  return open.length === 1 && top.text.trim() === '' ? top.children[0] : undefined;
}

function unescapeXml(text: string): string {
  return text.replace(ENTITY, (entity, digits?: string, name?: string) => {
    if (digits === undefined) return NAMED[name as string] ?? entity;
    const code = Number(`0${digits}`);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** An element `i` is a member of an array; one without children is its text (RFC 9457 appendix B). */
function toMembers({ children, text }: Element): unknown {
  if (children.length === 0) return text;
  if (children.every(({ name }) => name === 'i')) return children.map(toMembers);
  return Object.fromEntries(children.map((child) => [child.name, toMembers(child)]));
}

/** XML has texts only. */
function typeMembers(document: unknown): unknown {
  if (!isRecord(document)) return undefined;
  const isTrue = document.temporary === 'true';
  return isTrue || document.temporary === 'false' ? { ...document, temporary: isTrue } : document;
}
