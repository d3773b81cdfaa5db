import type { Message } from '../errors/error-options.js';
import { readProperty } from '../values/read-property.js';

/**
 * Writes the details of a list of errors (RFC 9457 §3: `errors: [{ detail, pointer }]`) in the
 * client's language, where they are messages of the locales. What is no such list is left as it is.
 */
export function writeDetails(
  errors: unknown,
  format: ((message: Message) => string | undefined) | undefined,
): unknown {
  if (!Array.isArray(errors)) return errors;
  return errors.map((error: unknown) => {
    const detail = readProperty(error, 'detail');
    if (typeof readProperty(detail, 'key') !== 'string') return error;
    return { ...(error as object), detail: format?.(detail as Message) };
  });
}
