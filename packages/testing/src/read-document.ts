import { type Answer, findField, parseObject } from './answer.js';

/** RFC 9457 has the first; who asks for the second gets problems as that. */
const MEDIA_TYPES = new Set(['application/problem+json', 'application/json']);

/** @returns what is wrong, where it is no problem document */
export function readDocument(answer: Answer): Record<string, unknown> | string {
  const type = findField(answer, 'content-type');
  const mediaType = String(type?.split(';')[0]).trim().toLowerCase();
  if (!MEDIA_TYPES.has(mediaType)) {
    return `expected application/problem+json, received ${type ?? 'no Content-Type'}`;
  }
  const isProblemJson = mediaType === 'application/problem+json';
  const document = parseObject(answer.text);
  if (document === undefined) {
    return answer.text === '' ? 'the body is empty' : 'the body is no JSON object';
  }
  if (isProblemJson || isProblem(document, answer)) return document;
  return 'expected a problem document, received JSON without its status and a title';
}

/** JSON of another media type is one only if it says so: any handler may send JSON. */
function isProblem(document: Record<string, unknown>, { status }: Answer): boolean {
  return document.status === status && typeof document.title === 'string';
}
