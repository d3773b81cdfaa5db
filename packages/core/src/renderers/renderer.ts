import type { ProblemDocument } from '../errors/problem.js';
import type { FieldList } from '../exchange.js';
import type { Locale } from '../locales/locale.js';

/** Turns a problem document into text of one media type. */
export interface Renderer {
  /** The media type that is negotiated, such as `text/html`. */
  readonly mediaType: string;
  /** Fields of this representation beside Content-Type, such as a Content-Security-Policy. */
  readonly headers?: FieldList;
  /** Says that the text depends on nothing but its arguments, so that it may be remembered. @default false */
  readonly deterministic?: boolean;
  /** @param locale the negotiated language, with the texts of a page */
  render(problem: ProblemDocument, locale: Locale): string;
}
