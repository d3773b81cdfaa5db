import type { ProblemDocument } from '../exposure/problem-document.js';
import type { Locale } from '../locales/locale.js';
import type { Renderer } from '../types.js';

/** Renders, and refuses what is no text, which only a renderer from outside can return. */
export function renderText(renderer: Renderer, problem: ProblemDocument, locale: Locale): string {
  const text: unknown = renderer.render(problem, locale);
  if (typeof text === 'string') return text;
  throw new TypeError(`the renderer of ${renderer.mediaType} returned no string`);
}
