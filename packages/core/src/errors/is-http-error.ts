import { HTTP_ERROR } from './branded-error.js';
import type { HttpError } from './http-error.js';

/**
 * True for a Faultless error of whatever copy: another version, the CommonJS or the ESM build,
 * another realm. Never throws, whatever it is given.
 */
export function isHttpError(value: unknown): value is HttpError {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return (value as { [HTTP_ERROR]?: unknown })[HTTP_ERROR] === true;
  } catch {
    return false;
  }
}
