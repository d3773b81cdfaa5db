import { BoundedCache } from '../caching/bounded-cache.js';
import type { Locale } from '../locales/locale.js';
import { createLanguageNegotiator } from '../negotiation/negotiate-language.js';
import { createMediaTypeNegotiator } from '../negotiation/negotiate-media-type.js';
import { contentTypeOf } from '../renderers/content-type.js';
import { html } from '../renderers/html.js';
import { json } from '../renderers/json.js';
import type { PlainBody } from '../renderers/plain-body.js';
import { problemJson } from '../renderers/problem-json.js';
import { problemXml } from '../renderers/problem-xml.js';
import { text } from '../renderers/text.js';
import type { FieldList, Renderer, RequestFacts } from '../types.js';

/** The formats of a handler that names none. */
export const DEFAULT_RENDERERS: readonly Renderer[] = [problemJson, json, html, text, problemXml];

/** One format in one language, and the fields that describe it. */
export interface Representation {
  readonly renderer: Renderer;
  readonly locale: Locale;
  readonly fields: FieldList;
  readonly plainHeaders: BoundedCache<FieldList>;
  /** Bodies of plain errors by status; undefined where a renderer may write what it likes each time. */
  readonly plainBodies: Map<number, PlainBody> | undefined;
}

/** Finds the representation that a request accepts, or else the default one. */
export type FindRepresentation = (request: RequestFacts) => Representation;

/**
 * Works out every pair of a format and a language.
 *
 * @returns the choice among them for a request
 */
export function compileRepresentations(
  renderers: readonly Renderer[],
  locales: readonly Locale[],
  defaultIndex: number,
): FindRepresentation {
  const table = renderers.map((renderer) =>
    locales.map(
      (locale): Representation => ({
        renderer,
        locale,
        fields: describe(renderer, locale),
        plainHeaders: new BoundedCache(),
        plainBodies: DEFAULT_RENDERERS.includes(renderer)
          ? new Map<number, PlainBody>()
          : undefined,
      }),
    ),
  );
  const findMediaType = createMediaTypeNegotiator(renderers.map(({ mediaType }) => mediaType));
  const findLanguage = createLanguageNegotiator(locales, defaultIndex);
  return ({ headers }) =>
    table[findMediaType(headers.accept)]?.[
      findLanguage(headers['accept-language'])
    ] as Representation;
}

function describe(renderer: Renderer, { tag }: Locale): FieldList {
  return [
    ['Content-Type', contentTypeOf(renderer)],
    ['Content-Language', tag],
    ['X-Content-Type-Options', 'nosniff'],
    ...(renderer.headers ?? []),
  ];
}
