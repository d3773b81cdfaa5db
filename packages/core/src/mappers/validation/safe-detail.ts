/** Longer texts hold more than a sentence. */
const MAX_LENGTH = 500;

/** A message about more values than these is not worth the search. */
const MAX_REFUSED = 100;

/**
 * A validation library's message, if it may leave: it is text, of the length of a sentence, and does
 * not repeat a value that was refused, as it stands or as JSON writes it.
 */
export function safeDetail(message: unknown, refused: readonly unknown[]): string | undefined {
  if (typeof message !== 'string' || message === '' || message.length > MAX_LENGTH) {
    return undefined;
  }
  if (refused.length > MAX_REFUSED) return undefined;
  return refused.some((value) => repeats(message, value)) ? undefined : message;
}

function repeats(message: string, value: unknown): boolean {
  if (typeof value === 'string') {
    // JSON makes none shorter.
    if (value === '' || value.length > message.length) return false;
    return contains(message, value) || contains(message, JSON.stringify(value).slice(1, -1));
  }
  if (typeof value === 'number') return contains(message, String(value));
  if (typeof value === 'bigint') {
    // To write a long one takes more than linear time.
    return value < MAX_BIGINT && value > -MAX_BIGINT && contains(message, String(value));
  }
  return value instanceof Date && contains(message, dateText(value));
}

/** A short text, as `5` or `on`, counts only where it stands by itself. */
function contains(message: string, text: string): boolean {
  for (let at = message.indexOf(text); at >= 0; at = message.indexOf(text, at + 1)) {
    const alone = !isWord(message[at - 1]) && !isWord(message[at + text.length]);
    if (alone || text.length > SHORT) return true;
  }
  return false;
}

const SHORT = 4;

const MAX_BIGINT = 10n ** BigInt(MAX_LENGTH);

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString();
}
