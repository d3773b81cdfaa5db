import type { HttpError } from '../errors/http-error.js';
import type { RequestFacts } from '../exchange.js';
import { type Locale, withClassTexts, withProblemTexts } from '../locales/locale.js';
import type { Measure, PlainBody, Representation } from '../negotiation/representation.js';
import type { Appearance } from '../policy/decide.js';
import type { Notice } from '../reporting/report.js';
import { textsOf, type WriteProblem } from './write-problem.js';

/** What a body depends on beside its error. */
interface BodySources {
  readonly request: RequestFacts;
  readonly context: unknown;
  readonly settings: { readonly writeProblem: WriteProblem };
  readonly representation: Representation;
  readonly instance: string;
  readonly appearance: Appearance;
  readonly notice: Notice;
}

interface Body extends Measure {
  readonly text: string;
}

/** Renders the body of an answer; that of a plain error once for each status, and then from memory. */
export function renderBody(shown: HttpError, sources: BodySources): Body {
  const { representation, instance } = sources;
  const { status } = shown;
  const bodies = isPlain(shown) ? representation.plainBodies : undefined;
  const known = bodies?.get(status);
  if (known !== undefined) {
    return { text: known.before + instance + known.after, ...known.measure };
  }
  const text = renderText(shown, sources, instance);
  const split = bodies && splitBody(renderText(shown, sources, PLAIN_INSTANCE));
  if (split !== undefined) bodies?.set(status, split);
  return { text, ...measureText(text) };
}

/** Refuses what is no text, which only a renderer from outside can return; it may be hostile. */
function renderText(
  shown: HttpError,
  { settings, representation, appearance, request, context, notice }: BodySources,
  instance: string,
): string {
  const { renderer, locale } = representation;
  const about = { instance, locale, appearance, request, context, notice };
  const problem = settings.writeProblem(shown, about);
  const page = findPage(shown, locale, appearance);
  const { retryAfter } = shown;
  const text: unknown = renderer.render(problem, page, { retryAfter, request });
  if (typeof text === 'string') return text;
  // It has failed already; that its promise rejects must not end the process.
  Promise.resolve(text).catch(() => undefined);
  throw new TypeError(`the renderer of ${renderer.mediaType} returned no string`);
}

/** The texts that stand around the problem, such as what to do next. */
function findPage(shown: HttpError, locale: Locale, { titles, status }: Appearance): Locale {
  if (titles !== undefined) return withClassTexts(locale, status);
  const texts = textsOf(shown, locale);
  return texts === undefined ? locale : withProblemTexts(locale, status, texts);
}

/** As long as every instance that is made for a response, and like none of them. */
export const PLAIN_INSTANCE = 'urn:uuid:00000000-0000-0000-0000-000000000000';

/** True for an error whose body depends on its status alone. */
function isPlain(error: HttpError): boolean {
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

const encoder = new TextEncoder();

/** Node's own counts the bytes of a body in a thirtieth of the time that a pattern takes to look at it. */
function byteLength(text: string): number {
  const { Buffer } = globalThis as { Buffer?: { byteLength(text: string): number } };
  return Buffer === undefined ? encoder.encode(text).length : Buffer.byteLength(text);
}

function measureText(text: string): Measure {
  const length = byteLength(text);
  return { length: String(length), ascii: length === text.length };
}
