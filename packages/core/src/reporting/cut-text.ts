/** What is cut is cut between words, or well before. */
const MAX_WORD = 256;

/** The beginning of a text, and how much is left out, with what has been left out before. */
export function cutText(text: string, length: number, before = 0): string {
  if (text.length <= length && before === 0) return text;
  const space = Math.max(text.lastIndexOf(' ', length), text.lastIndexOf('\n', length));
  const end = text.length <= length ? text.length : Math.max(space, length - MAX_WORD, 0);
  return `${text.slice(0, end)} … ${text.length - end + before} more characters`;
}

/** How far behind the end of what is kept a secret may end. */
const MARGIN = 1024;

const STARTS = [' ', '\n', '"', "'", '<'];
const ENDS = [',', ';', '&', ')', '}'];

/**
 * As much of a text as is looked at for that length. Half a secret has no form any more: it ends with a word, and a
 * place whose userinfo may end later is left out.
 */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length + MARGIN) return text;
  const part = text.slice(0, length + MARGIN);
  const lastOf = (characters: readonly string[]): number =>
    Math.max(...characters.map((character) => part.lastIndexOf(character)));
  const word = lastOf(STARTS);
  if (word > length || part.includes('://', word)) return part.slice(0, Math.max(word, 0));
  return part.slice(0, Math.max(lastOf(ENDS), length));
}
