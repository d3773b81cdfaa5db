import { type FailureKind, kindOf, type RequestError, toRequestError } from './problem-error.js';
import { MAX_BYTES, type ReadOptions } from './read-problem.js';
import { isStream, type Sent, withoutSecrets } from './retry.js';

/** The library has read the body itself. */
export type JsonOptions = Pick<ReadOptions, 'envelope'>;

type FieldValues = Readonly<Record<string, unknown>>;

export function describeSent(request: {
  method: string;
  url: string;
  headers: object;
  content: unknown;
}): Sent {
  const { method, url, headers, content } = request;
  return {
    method: method.toUpperCase(),
    url: withoutSecrets(url),
    hasKey: toHeaders(headers).has('idempotency-key'),
    isRepeatable: !isStream(content),
  };
}

/** Each line of a field that came in several is kept. */
export function toHeaders(fields: object): Headers {
  if (fields instanceof Headers) return fields;
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields as FieldValues)) {
    for (const line of [value].flat()) {
      if (typeof line === 'string' || typeof line === 'number') add(headers, name, String(line));
    }
  }
  return headers;
}

/** What a library keeps beside the fields is none. */
function add(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    // It never came over the wire.
  }
}

/** What the library has made of it, as text again; undefined where it is too long for a problem. */
export function toText(data: unknown): string | undefined {
  try {
    const text = typeof data === 'string' ? data : (decode(data) ?? JSON.stringify(data));
    return text.length > MAX_BYTES ? undefined : text;
  } catch {
    return undefined;
  }
}

function decode(data: unknown): string | undefined {
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data)
    ? new TextDecoder().decode(data as Uint8Array)
    : undefined;
}

const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT']);

/** The libraries' own words for what fetch says by the name of an error. */
function findKind({ name, code = '' }: { name?: string; code?: string | undefined }): FailureKind {
  if (TIMED_OUT.has(code)) return 'timeout';
  return code === 'ERR_CANCELED' || name === 'CancelError' ? 'aborted' : kindOf({ name });
}

export function toFailure(
  sent: Sent,
  error: { name?: string; code?: string | undefined },
): RequestError {
  return toRequestError(sent, error, findKind(error));
}
