import type { Renderer } from '../types.js';

/**
 * The Content-Type of what a renderer writes. Text and XML name their charset, since without it
 * some clients assume another; JSON is UTF-8 by definition and has no such parameter.
 *
 * @see RFC 8259 §11, RFC 7303 §3, RFC 9110 §8.3.1
 */
export function contentTypeOf({ mediaType }: Renderer): string {
  return NAMES_CHARSET.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}

const NAMES_CHARSET = /^(?:text\/[^;]+|[^;]+[/+]xml)$/i;
