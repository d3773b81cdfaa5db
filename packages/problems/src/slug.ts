/** `OutOfCredit` is `out-of-credit`, and `TLSRequired` is `tls-required`. */
export function slugOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

export const SLUG_ALLOWED =
  'letters, digits, - and _, and neither index nor llms, which are pages of their own';

const SLUG = /^[A-Za-z\d][\w-]*$/;
const PAGES_OF_THEIR_OWN = ['index', 'llms'];

/** Whether a page may be called so: its files stay in their folder, and are no others'. */
export function isSlug(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    SLUG.test(value) &&
    !PAGES_OF_THEIR_OWN.includes(value.toLowerCase())
  );
}
