import type { Notice } from '../reporting/report.js';

/** Tells of a realm that reads like a detail, which comes second. */
export function checkRealm(challenges: unknown, notice: Notice): void {
  if (typeof challenges === 'string' && looksLikeSentence(challenges)) {
    notice('the realm reads like a sentence; use new Unauthorized(realm, detail)');
  }
}

/** Enough to tell by, and little enough to look at each time. */
const LOOKED_AT = 128;

/** Whether a text ends as a sentence of several words does, which a name does not. */
function looksLikeSentence(text: string): boolean {
  const end = text.slice(-LOOKED_AT);
  return isEnded(end) && hasWords(end) && !isAbbreviated(end);
}

// Each pattern stands where it is used: V8 takes a millisecond for those of Unicode, which few need.

/** By what ends a sentence, in any script, and what may close behind it. */
function isEnded(text: string): boolean {
  return /[\p{Sentence_Terminal}\u2026\u037e][\p{Pe}\p{Pf}"']*\s*$/u.test(text);
}

/** By a space between words, or an end that is not ASCII's: not all scripts part words. */
function hasWords(text: string): boolean {
  return /\S\s+\S|[^ -~][\p{Pe}\p{Pf}"']*\s*$/u.test(text);
}

/** By the last word of names such as `Example Inc.` and `Example S.A.`. */
function isAbbreviated(text: string): boolean {
  return /[\s.](?:bros|co|corp|dept|div|dr|est|etc|inc|jr|llc|llp|ltd|no|plc|pty|sr|st|\p{L})\.$/iu.test(
    text,
  );
}
