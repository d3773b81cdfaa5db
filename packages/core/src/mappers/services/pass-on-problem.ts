import { HttpError } from '../../errors/http-error.js';
import { withoutStack } from '../../errors/stack-traces.js';
import { isErrorStatus } from '../../statuses/registered.js';
import { readProperty } from '../../values/read-property.js';
import { readField } from '../header-section.js';
import { readRetryAfter } from './read-retry-after.js';

/** Statuses that speak of the gateway's own request, not of the client's. */
const ABOUT_THE_GATEWAY: ReadonlySet<number> = new Set([401, 407]);

/** What is passed on of a problem document, beside its status. */
const MEMBERS = ['type', 'title', 'detail'] as const;

/**
 * The problem document of an upstream as an error of ours: its status, type, title and detail. Its
 * instance names something of the upstream's and is dropped. Undefined when there is none to read.
 *
 * @see RFC 9457 §3
 */
export function passOn(response: object, cause: unknown): HttpError | undefined {
  const mediaType = readField(readProperty(response, 'headers'), 'content-type') ?? '';
  if (!/^application\/problem\+json\b/i.test(mediaType)) return undefined;
  const problem = parse(findContent(response));
  const status = readProperty(response, 'status') ?? readProperty(response, 'statusCode');
  if (problem === undefined || !isErrorStatus(status) || ABOUT_THE_GATEWAY.has(status)) {
    return undefined;
  }
  const [type, title, detail] = MEMBERS.map((name) => textOf(problem, name));
  // A content that was not read is a stream, which says nothing of all this.
  if ((type ?? title ?? detail) === undefined) return undefined;
  try {
    return withoutStack(
      () =>
        new HttpError(status, {
          cause,
          expose: true,
          type,
          title,
          detail,
          retryAfter: readRetryAfter(response),
        }),
    );
  } catch {
    // A type that is no URI reference, or a status that owes what the upstream did not say.
    return undefined;
  }
}

/** Where axios, ofetch and got keep what they have read. */
function findContent(response: object): unknown {
  return (
    readProperty(response, 'data') ??
    readProperty(response, '_data') ??
    readProperty(response, 'body')
  );
}

function parse(body: unknown): object | undefined {
  try {
    const value: unknown = typeof body === 'string' ? JSON.parse(body) : body;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function textOf(problem: object, name: string): string | undefined {
  const value = readProperty(problem, name);
  return typeof value === 'string' ? value : undefined;
}
