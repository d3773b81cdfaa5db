import type { ProblemDocument } from '../errors/problem.js';
import type { FieldList, RequestFacts } from '../exchange.js';
import type { Locale } from '../locales/locale.js';

/** What a text may say beside the problem. */
export interface Occasion {
  /** How long the client is asked to wait, in seconds, or until when (RFC 9110 §10.2.3). */
  readonly retryAfter?: number | Date | undefined;
  readonly request: RequestFacts;
}

/** Turns a problem document into text of one media type. */
export interface Renderer {
  /** The media type that is negotiated, such as `text/html`. */
  readonly mediaType: string;
  /** Fields of this representation beside Content-Type, such as a Content-Security-Policy. */
  readonly headers?: FieldList;
  /** Whether the text depends on problem, locale and `retryAfter` alone, and may be remembered. @default false */
  readonly deterministic?: boolean;
  /** @param locale the negotiated language, with the texts of a page */
  render(problem: ProblemDocument, locale: Locale, occasion: Occasion): string;
}

/** A format of ours: it needs no occasion. */
export interface BuiltInRenderer extends Renderer {
  render(problem: ProblemDocument, locale: Locale, occasion?: Partial<Occasion>): string;
}
