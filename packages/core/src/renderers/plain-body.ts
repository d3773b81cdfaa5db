import type { HttpError } from '../errors/http-error.js';
import { type Measure, measureText } from './measure-text.js';

/** The body of an error that says nothing but its status: the same each time, but for the instance. */
export interface PlainBody {
  readonly before: string;
  readonly after: string;
  /** With an instance between. */
  readonly measure: Measure;
}

/** As long as every instance that is made for a response, and like none of them. */
export const PLAIN_INSTANCE = 'urn:uuid:00000000-0000-0000-0000-000000000000';

/** True for an error whose body depends on its status alone. */
export function isPlain(error: HttpError): boolean {
  return (
    error.detail === undefined &&
    error.code === undefined &&
    error.extensions === undefined &&
    error.type === undefined &&
    error.title === undefined &&
    error.instance === undefined &&
    error.temporary === undefined &&
    error.retryAfter === undefined &&
    error.vendor === undefined
  );
}

/** Splits a body that was rendered with {@link PLAIN_INSTANCE}; undefined if that is not in it once. */
export function splitBody(text: string): PlainBody | undefined {
  const [before, after, ...more] = text.split(PLAIN_INSTANCE);
  if (before === undefined || after === undefined || more.length > 0) return undefined;
  return { before, after, measure: measureText(text) };
}
