import type { ProblemDocument } from '../errors/problem.js';

/** What a stream that fails may still say: text to write before the connection breaks off. */
export type LastEvent = (problem: ProblemDocument, mediaType: string) => string | undefined;

/**
 * Says it in the two formats in which a client reads piece by piece: server-sent events get an event
 * named `error`, newline-delimited JSON a line `{"error":…}`. What was begun is ended first.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const lastEvent: LastEvent = (problem, mediaType) => {
  const json = JSON.stringify(problem);
  if (mediaType === 'text/event-stream') return `\n\nevent: error\ndata: ${json}\n\n`;
  return ND_JSON.has(mediaType) ? `\n{"error":${json}}\n` : undefined;
};

const ND_JSON: ReadonlySet<string> = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
]);

/** The media type of a Content-Type field, without its parameters, in lower case. */
export function mediaTypeOf(contentType: unknown): string {
  const [mediaType = ''] = typeof contentType === 'string' ? contentType.split(';', 1) : [];
  return mediaType.trim().toLowerCase();
}
