/** Header lines in the order in which they came, each with the spelling in which it came. */
export type FieldLines = readonly (readonly [name: string, value: string])[];

/** One response, as far as its bytes came. */
export interface ParsedResponse {
  readonly statusLine: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: FieldLines;
  /** The content without its framing. */
  readonly body: Buffer;
  /** False if the connection ended before the message did. */
  readonly complete: boolean;
  /** What says where the content ends. */
  readonly framing: 'none' | 'content-length' | 'chunked' | 'close';
}

/** A response and the bytes behind it. */
export interface Taken {
  readonly response: ParsedResponse;
  readonly rest: Buffer;
}

/** What the bytes don't tell. */
export interface Circumstances {
  /** The method of the request: a response to HEAD has no content. */
  readonly method: string;
  /** Whether the connection has ended, so that nothing more will come. */
  readonly ended: boolean;
}

/** Bytes that are no HTTP/1.1 response. */
export class MalformedResponse extends Error {
  constructor(what: string, text: string) {
    super(`malformed response, ${what}: ${JSON.stringify(text)}`);
    this.name = 'MalformedResponse';
  }
}

const STATUS_LINE = /^HTTP\/1\.1 ([1-5]\d\d) ([\t -~\u0080-\u00ff]*)$/;
/** One space after the colon, as Node writes it; nothing that HTTP forbids in a value. */
const FIELD_LINE =
  /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+): ((?:[!-~\u0080-\u00ff](?:[\t -~\u0080-\u00ff]*[!-~\u0080-\u00ff])?)?)$/;
const CHUNK_SIZE = /^[0-9A-Fa-f]{1,8}$/;

/**
 * Takes one response from the front of what came, without any leniency.
 *
 * @returns undefined while more bytes are needed
 * @throws {MalformedResponse} when the bytes are no response, whatever follows
 * @see RFC 9112 §4–§7
 */
export function takeResponse(bytes: Buffer, circumstances: Circumstances): Taken | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) {
    if (!circumstances.ended) return undefined;
    throw new MalformedResponse('the head is not whole', bytes.toString('latin1'));
  }
  const head = parseHead(bytes.toString('latin1', 0, end));
  return takeBody({ ...head, rest: bytes.subarray(end + 4) }, circumstances);
}

/** Values of all lines of a field, whatever the case of its name. */
export function valuesOf(fields: FieldLines, name: string): string[] {
  const wanted = name.toLowerCase();
  return fields.filter(([one]) => one.toLowerCase() === wanted).map(([, value]) => value);
}

type Head = Pick<ParsedResponse, 'statusLine' | 'status' | 'reason' | 'fields'>;

function parseHead(text: string): Head {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const [, status, reason] = STATUS_LINE.exec(statusLine) ?? [];
  if (status === undefined || reason === undefined) {
    throw new MalformedResponse('the status line is none', statusLine);
  }
  const fields = lines.map((line) => {
    const [, name, value] = FIELD_LINE.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new MalformedResponse('a header line is none', line);
    }
    return [name, value] as const;
  });
  return { statusLine, status: Number(status), reason, fields };
}

/** RFC 9112 §6.3 */
function takeBody(
  { rest, ...head }: Head & { readonly rest: Buffer },
  { method, ended }: Circumstances,
): Taken | undefined {
  const lengths = valuesOf(head.fields, 'content-length');
  const codings = valuesOf(head.fields, 'transfer-encoding');
  const [length] = lengths;
  if (lengths.length > 1 || codings.length > 1 || (length !== undefined && codings.length > 0)) {
    throw new MalformedResponse('framed twice', [...lengths, ...codings].join(' and '));
  }
  if (length !== undefined && !/^(?:0|[1-9]\d{0,14})$/.test(length)) {
    throw new MalformedResponse('the length is none', length);
  }
  if (codings.length > 0 && codings[0] !== 'chunked') {
    throw new MalformedResponse('an unknown coding', codings.join(', '));
  }
  if (method === 'HEAD' || head.status < 200 || head.status === 204 || head.status === 304) {
    const response: ParsedResponse = { ...head, ...WHOLE, framing: 'none', body: Buffer.alloc(0) };
    return { response, rest };
  }
  if (codings.length > 0) return takeChunks({ ...head, rest }, ended);
  if (length === undefined) {
    if (!ended) return undefined;
    const response: ParsedResponse = { ...head, ...WHOLE, framing: 'close', body: rest };
    return { response, rest: Buffer.alloc(0) };
  }
  const size = Number(length);
  const complete = rest.length >= size;
  if (!complete && !ended) return undefined;
  return {
    response: { ...head, complete, framing: 'content-length', body: rest.subarray(0, size) },
    rest: rest.subarray(size),
  };
}

const WHOLE = { complete: true } as const;

/** RFC 9112 §7.1, without extensions and trailers, which no server here sends. */
function takeChunks(
  { rest, ...head }: Head & { readonly rest: Buffer },
  ended: boolean,
): Taken | undefined {
  const chunks: Buffer[] = [];
  const finish = (complete: boolean, left: Buffer): Taken => ({
    response: { ...head, complete, framing: 'chunked', body: Buffer.concat(chunks) },
    rest: left,
  });
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd < 0) break;
    const line = rest.toString('latin1', at, lineEnd);
    if (!CHUNK_SIZE.test(line)) throw new MalformedResponse('a chunk size is none', line);
    const size = Number.parseInt(line, 16);
    const start = lineEnd + 2;
    const after = rest.toString('latin1', start + size, start + size + 2);
    if (rest.length < start + size + 2) {
      chunks.push(rest.subarray(start, start + size));
      break;
    }
    if (after !== '\r\n') throw new MalformedResponse('no line ends the chunk', after);
    chunks.push(rest.subarray(start, start + size));
    at = start + size + 2;
    if (size === 0) return finish(true, rest.subarray(at));
  }
  return ended ? finish(false, Buffer.alloc(0)) : undefined;
}
