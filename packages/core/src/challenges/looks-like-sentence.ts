/** What ends a sentence, in any script, and what may close behind it. */
const END = /[\p{Sentence_Terminal}\u2026\u037e][\p{Pe}\p{Pf}"']*\s*$/u;

/** A space between words, or an end that is not ASCII's: not all scripts part words. */
const WORDS = /\S\s+\S|[^ -~][\p{Pe}\p{Pf}"']*\s*$/u;

/** The last word of names such as `Example Inc.` and `Example S.A.`. */
const ABBREVIATION =
  /[\s.](?:bros|co|corp|dept|div|dr|est|etc|inc|jr|llc|llp|ltd|no|plc|pty|sr|st|\p{L})\.$/iu;

/** Enough to tell by, and little enough to look at each time. */
const LOOKED_AT = 128;

/** Whether a text ends as a sentence of several words does, which a name does not. */
export function looksLikeSentence(text: string): boolean {
  const end = text.slice(-LOOKED_AT);
  return END.test(end) && WORDS.test(end) && !ABBREVIATION.test(end);
}
