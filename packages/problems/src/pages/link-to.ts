/**
 * Writes the name of a file as a relative reference, for HTML, Markdown and addresses alike: what is left in it is
 * markup in none of them.
 *
 * @see RFC 3986 §2.3
 */
export function linkTo(file: string): string {
  return encodeURIComponent(file.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
