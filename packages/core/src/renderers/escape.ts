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
