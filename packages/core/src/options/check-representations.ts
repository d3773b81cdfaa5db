import { headerValue, isFieldName } from '../headers/header-value.js';
import type { Locale } from '../locales/locale.js';
import type { Renderer } from '../types.js';

/**
 * True for what can render: its media type and its fields go into every header, past the gate that
 * the headers of errors go through.
 */
export function isRenderer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { mediaType, render, headers = [] } = value as Partial<Renderer>;
  return (
    MEDIA_TYPE.test(String(mediaType)) &&
    typeof render === 'function' &&
    Array.isArray(headers) &&
    headers.every(isField)
  );
}

/** True for a locale whose tag can be sent. */
export function isLocale(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { tag, direction, statuses, labels } = value as Partial<Locale>;
  return (
    LANGUAGE_TAG.test(String(tag)) &&
    (direction === 'ltr' || direction === 'rtl') &&
    isRecord(statuses) &&
    isRecord(labels)
  );
}

/** RFC 9110 §8.3.1, without parameters */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** RFC 5646 §2.1, its outline */
const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;

function isField(field: unknown): boolean {
  if (!Array.isArray(field)) return false;
  const [name, value] = field as unknown[];
  return (
    typeof name === 'string' &&
    isFieldName(name) &&
    [value].flat().every((text) => typeof text === 'string' && headerValue(text) === text)
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
