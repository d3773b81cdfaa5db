import type { HttpError } from '../errors/http-error.js';
import type { Describe } from '../exposure/create-describer.js';
import { withClassTexts } from '../locales/find-status-texts.js';
import type { Representation } from '../options/compile-representations.js';
import type { Appearance } from '../policy/appearance.js';
import type { Notice } from '../reporting/notices.js';
import { type Measure, measureText } from './measure-text.js';
import { isPlain, PLAIN_INSTANCE, splitBody } from './plain-body.js';

/** What a body depends on beside its error. */
interface BodySources {
  readonly describe: Describe;
  readonly representation: Representation;
  readonly instance: string;
  readonly appearance: Appearance;
  readonly notice: Notice;
}

interface Body {
  readonly text: string;
  readonly measure: Measure;
}

/** Renders the body of an answer; that of a plain error once for each status, and then from memory. */
export function renderBody(shown: HttpError, sources: BodySources): Body {
  const { representation, instance } = sources;
  const { status } = shown;
  const bodies = isPlain(shown) ? representation.plainBodies : undefined;
  const known = bodies?.get(status);
  if (known !== undefined) {
    return { text: known.before + instance + known.after, measure: known.measure };
  }
  const text = renderText(shown, sources, instance);
  const split = bodies && splitBody(renderText(shown, sources, PLAIN_INSTANCE));
  if (split !== undefined) bodies?.set(status, split);
  return { text, measure: measureText(text) };
}

/** Refuses what is no text, which only a renderer from outside can return; it may be hostile. */
function renderText(
  shown: HttpError,
  { describe, representation, appearance, notice }: BodySources,
  instance: string,
): string {
  const { renderer, locale } = representation;
  const problem = describe(shown, { instance, locale, appearance, notice });
  const { titles, status } = appearance;
  const page = titles === undefined ? locale : withClassTexts(locale, status);
  const text: unknown = renderer.render(problem, page);
  if (typeof text === 'string') return text;
  // It has failed already; that its promise rejects must not end the process.
  Promise.resolve(text).catch(() => undefined);
  throw new TypeError(`the renderer of ${renderer.mediaType} returned no string`);
}
