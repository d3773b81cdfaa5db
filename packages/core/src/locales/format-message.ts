import type { Message } from '../errors/error-options.js';
import type { Locale } from './locale.js';

/**
 * Writes a message in a language: `{name}` becomes the parameter of that name. Undefined when the
 * locale does not have the key.
 */
export function formatMessage({ messages }: Locale, { key, params }: Message): string | undefined {
  const template =
    messages !== undefined && Object.hasOwn(messages, key) ? messages[key] : undefined;
  return template?.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    params !== undefined && Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );
}
