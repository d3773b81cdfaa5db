/**
 * The one escaper that every text passes on its way into HTML or XML, as content or as a quoted
 * attribute value.
 *
 * @see XML 1.0 §2.4
 */
export function escapeMarkup(text: string): string {
  return SUSPECT.test(text) ? repairText(text).replace(SPECIAL, replaceSpecial) : text;
}

/**
 * Replaces what no document can hold by U+FFFD: lone surrogates, and the controls and
 * noncharacters that XML forbids, the escape that drives terminals among them.
 *
 *     Char = #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
 *
 * @see XML 1.0 §2.2
 */
export function repairText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}

/**
 * Writes text into a paragraph of Markdown so that none of it is markup: it stays on its line, begins
 * no list and no heading, and holds no link and no HTML.
 *
 * @see CommonMark 0.31 §2.4
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&#~|]/g, '\\$&')
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Writes text as code, behind more backticks than it holds in a row (CommonMark 0.31 §6.1). */
export function quoteMarkdown(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^$/.test(line) ? ' ' : '';
  return fence + space + line + space + fence;
}

/** Without line breaks of any kind, or what else no document can hold. */
function oneLine(text: string): string {
  return repairText(text).replace(/\s+/g, ' ').trim();
}

/** Without the `u` flag it also finds whole surrogate pairs, which then pass `repairText` unharmed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const SUSPECT = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
const SPECIAL = /[&<>"']/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function replaceSpecial(character: string): string {
  return REFERENCES[character] as string;
}
