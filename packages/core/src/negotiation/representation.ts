import type { FieldList, RequestFacts } from '../exchange.js';
import type { Locale } from '../locales/locale.js';
import type { Renderer } from '../renderers/renderer.js';
import type { BoundedCache } from '../values/bounded-cache.js';
import type { Negotiate } from './create-negotiator.js';

/** What must be known of a text to send it. */
export interface Measure {
  /** In UTF-8, in bytes, as Content-Length says it. */
  readonly length: string;
  /** Whether it is the same in every encoding. */
  readonly ascii: boolean;
}

/** The body of an error that says nothing but its status: the same each time, but for the instance. */
export interface PlainBody {
  readonly before: string;
  readonly after: string;
  /** With an instance between. */
  readonly measure: Measure;
}

/** One format in one language, and the fields that describe it. */
export interface Representation {
  readonly renderer: Renderer;
  readonly locale: Locale;
  readonly fields: FieldList;
  /** Headers of plain errors by status, negative for those over HTTP/2, and by realm. */
  readonly plainHeaders: Map<number, BoundedCache<FieldList>>;
  /** Bodies of plain errors by status; undefined where a renderer may write what it likes each time. */
  readonly plainBodies: Map<number, PlainBody> | undefined;
}

/** How one of several formats is chosen, and one of several languages. */
export interface Negotiation {
  readonly mediaType: (mediaTypes: readonly string[]) => Negotiate;
  readonly language: (locales: readonly Locale[], defaultIndex: number) => Negotiate;
}

const UNABLE: Negotiation = { mediaType: refuseChoice, language: refuseChoice };

function refuseChoice(): never {
  throw new TypeError('createResponder: several formats or languages need parts.negotiation');
}

/** The choice where there is none. */
const ONLY: Negotiate = () => 0;

/** Finds the representation that a request accepts, or else the default one. */
export type FindRepresentation = (request: RequestFacts) => Representation;

/** What there is to choose from. */
interface Offers {
  readonly renderers: readonly Renderer[];
  readonly locales: readonly Locale[];
  readonly defaultIndex: number;
  /** Whether plain errors of one status have the same body each time. */
  readonly remembers: boolean;
}

/**
 * Works out every pair of a format and a language.
 *
 * @returns the choice among them for a request
 */
export function compileRepresentations(
  { renderers, locales, defaultIndex, remembers }: Offers,
  negotiation: Negotiation = UNABLE,
): FindRepresentation {
  const table = renderers.map((renderer) =>
    locales.map(
      (locale): Representation => ({
        renderer,
        locale,
        fields: contentFields(renderer, locale),
        plainHeaders: new Map<number, BoundedCache<FieldList>>(),
        plainBodies: remembers && renderer.deterministic ? new Map<number, PlainBody>() : undefined,
      }),
    ),
  );
  const mediaTypes = renderers.map(({ mediaType }) => mediaType);
  const findMediaType = mediaTypes.length > 1 ? negotiation.mediaType(mediaTypes) : ONLY;
  const findLanguage = locales.length > 1 ? negotiation.language(locales, defaultIndex) : ONLY;
  return ({ headers }) =>
    table[findMediaType(headers.accept)]?.[
      findLanguage(headers['accept-language'])
    ] as Representation;
}

function contentFields(renderer: Renderer, { tag }: Locale): FieldList {
  return [
    ['Content-Type', contentTypeOf(renderer)],
    ['Content-Language', tag],
    ['X-Content-Type-Options', 'nosniff'],
    ...(renderer.headers ?? []),
  ];
}

/**
 * The Content-Type of what a renderer writes. Text and XML name their charset, since without it
 * some clients assume another; JSON is UTF-8 by definition and has no such parameter.
 *
 * @see RFC 8259 §11, RFC 7303 §3, RFC 9110 §8.3.1
 */
function contentTypeOf({ mediaType }: Renderer): string {
  return NAMES_CHARSET.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}

const NAMES_CHARSET = /^(?:text\/[^;]+|[^;]+[/+]xml)$/i;
