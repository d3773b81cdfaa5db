/**
 * Characters by which a text could begin a line of its own, erase others, or stand in another order
 * than it has: controls, line and paragraph separators, and those of bidirectional text.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** What JavaScript has a short name for. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/** A text on one line: whatever a terminal, or a reader of logs, would obey is written as an escape. */
export function printLine(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return NAMES[character] ?? `${String.raw`\u`}${code}`;
  });
}
