import { isRecord, type Problem, parseJson, toProblem } from './problem.js';
import { ProblemError } from './problem-error.js';
import { parseProblemXml } from './problem-xml.js';
import { readText } from './read-text.js';
import { type Sent, withoutSecrets } from './retry.js';

/** How a response is read. */
export interface ReadOptions {
  /**
   * Makes a problem of JSON in a shape of the server's own, as the members that it has for one; undefined
   * for what is none. It is asked for `application/json` only.
   *
   *     envelope: (content) => ({ code: content.error?.code, detail: content.error?.message })
   */
  readonly envelope?:
    | ((content: Record<string, unknown>) => Partial<Problem> | undefined)
    | undefined;
  /** Bytes that are read of a body; of a longer one nothing is believed. @default 1_048_576 */
  readonly maxBytes?: number | undefined;
}

/** What {@link readProblem} is told of the request. */
export interface ReadProblemOptions extends ReadOptions {
  /** Decides whether it may be repeated. @default 'GET' */
  readonly method?: string | undefined;
  /** An `Idempotency-Key` was sent. @default false */
  readonly idempotencyKey?: boolean | undefined;
}

/**
 * Reads the error that a response of 400 to 599 is. It never rejects, whatever the body is.
 *
 *     if (!response.ok) throw await readProblem(response);
 */
export function readProblem(
  response: Response,
  { method = 'GET', idempotencyKey = false, ...options }: ReadProblemOptions = {},
): Promise<ProblemError> {
  const url = withoutSecrets(response.url);
  const sent = { method: method.toUpperCase(), url, hasKey: idempotencyKey, isRepeatable: true };
  return readError(response, sent, options);
}

/** Likewise, where all is known of the request. */
export async function readError(
  response: Response,
  sent: Sent,
  options: ReadOptions,
): Promise<ProblemError> {
  const { status, headers, url } = response;
  const text = await readText(response, options.maxBytes ?? MAX_BYTES);
  // A response that was made, and didn't come, has no address.
  return toProblemError(sent, { status, headers, url: url || sent.url, text }, options);
}

export const MAX_BYTES = 1_048_576;

/** What came, of any library. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  /** The body; undefined where it couldn't be read. */
  readonly text: string | undefined;
}

/** Nothing of a body in any other format is believed: it may be a proxy's page. */
export function toProblemError(
  sent: Sent,
  { status, headers, url, text = '' }: Received,
  { envelope }: ReadOptions,
): ProblemError {
  const base = withoutSecrets(url);
  const say = (document?: unknown, content?: unknown): ProblemError =>
    new ProblemError(sent, {
      problem: toProblem(document, { status, url: base }),
      headers,
      base,
      content,
    });
  switch (headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()) {
    case 'application/problem+json':
      return say(parseJson(text));
    case 'application/problem+xml':
      return say(parseProblemXml(text));
    case 'application/json': {
      const content = parseJson(text);
      return say(isRecord(content) ? readContent(content, status, envelope) : undefined, content);
    }
    default:
      return say();
  }
}

/** Who asks for `application/json` gets problems as that, also of servers of other makes. */
function readContent(
  content: Record<string, unknown>,
  status: number,
  envelope: ReadOptions['envelope'],
): unknown {
  try {
    const made = envelope?.(content);
    if (made !== undefined) return isRecord(made) && { ...made };
  } catch {
    return undefined;
  }
  return content.status === status && typeof content.title === 'string' ? content : undefined;
}
