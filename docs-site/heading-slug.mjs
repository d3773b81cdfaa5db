/** The anchor of a heading, as GitHub makes it, so that a link leads to the same place in both. */
export function slugOfHeading(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}
