import { connect } from 'node:net';
import {
  MalformedResponse,
  type ParsedResponse,
  takeResponse,
  valuesOf,
} from './parse-response.js';

/** What is asked; fields are written in the order given, after Host. */
export interface RequestParts {
  /** @default 'GET' */
  readonly method?: string;
  /** @default '/' */
  readonly path?: string;
  /** An array is one line for each value. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent with its Content-Length. */
  readonly body?: string | Buffer;
}

/** How long and for what a raw client listens. */
export interface Listening {
  /** How many responses are expected. @default 1 */
  readonly responses?: number;
  /** The method that each response answers. @default that of the first request, for all */
  readonly methods?: readonly string[];
  /** Whether to go on listening until the server ends the connection. @default false */
  readonly untilClosed?: boolean;
  /** Milliseconds until listening is given up. @default 2000 */
  readonly timeout?: number;
}

/** One response as it came over the wire. */
export interface RawResponse extends ParsedResponse {
  /** The body as UTF-8 text. */
  readonly text: string;
  /** All values of a field, one for each line. */
  values(name: string): string[];
  /** The value of a field that came once or not at all; throws when it came more often. */
  value(name: string): string | undefined;
  /** The body as a JSON object. */
  json(): Record<string, unknown>;
}

/** Everything that came over one connection. */
export interface RawExchange {
  /** Exactly what came. */
  readonly bytes: Buffer;
  readonly responses: readonly RawResponse[];
  /** Whether the server ended the connection. */
  readonly closed: boolean;
}

/** The answer to one request, and the connection's end. */
export interface RawAnswer extends RawResponse {
  readonly bytes: Buffer;
  readonly closed: boolean;
}

/**
 * Sends exact bytes over a connection of its own and reads the responses. A response that says
 * `Connection: close` is followed until the server has closed.
 *
 * @throws {MalformedResponse} when what comes is no response, or more than was expected
 */
export async function exchange(
  port: number,
  request: string | Buffer,
  { responses: wanted = 1, methods, untilClosed = false, timeout = 2000 }: Listening = {},
): Promise<RawExchange> {
  const sent = Buffer.from(request as string, 'latin1');
  const [first = ''] = sent.toString('latin1').split(' ', 1);
  const asked = methods ?? Array.from({ length: wanted }, () => first);
  const socket = connect({ port, host: '127.0.0.1' });
  let bytes = Buffer.alloc(0);
  let closed = false;
  return await new Promise<RawExchange>((resolve, reject) => {
    const timer = setTimeout(() => {
      finish(new Error(`no end after ${JSON.stringify(bytes.toString('latin1'))}`));
    }, timeout);
    const finish = (failure?: unknown, responses: readonly RawResponse[] = []): void => {
      clearTimeout(timer);
      socket.removeAllListeners('data').destroy();
      if (failure === undefined) resolve({ bytes, responses, closed });
      else reject(failure instanceof Error ? failure : new Error('unknown failure'));
    };
    const look = (): void => {
      try {
        const { list, rest } = takeResponses(bytes, asked, closed);
        if (list.length < wanted && !closed) return;
        const announced = list.some((one) => /\bclose\b/i.test(one.value('connection') ?? ''));
        if ((untilClosed || announced) && !closed) return;
        if (rest.length > 0) throw new MalformedResponse('more bytes', rest.toString('latin1'));
        finish(undefined, list);
      } catch (failure) {
        finish(failure);
      }
    };
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      look();
    });
    // A connection that is reset closes too.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (closed) return;
      closed = true;
      look();
    });
    socket.write(sent);
  });
}

/** Sends exact bytes, expects exactly one response. */
export async function askRaw(
  port: number,
  request: string | Buffer,
  listening: Listening = {},
): Promise<RawAnswer> {
  const { bytes, responses, closed } = await exchange(port, request, listening);
  const [response] = responses;
  if (response === undefined) throw new MalformedResponse('nothing came', bytes.toString('latin1'));
  return { ...response, bytes, closed };
}

/** The bytes of a request. */
export function writeRequest({
  method = 'GET',
  path = '/',
  headers = {},
  body,
}: RequestParts = {}): Buffer {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ Host: 'test.example', ...length, ...headers }).flatMap(
    ([name, value]) => [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  return Buffer.concat([head, Buffer.from(body ?? '')]);
}

function takeResponses(
  bytes: Buffer,
  methods: readonly string[],
  ended: boolean,
): { list: RawResponse[]; rest: Buffer } {
  const list: RawResponse[] = [];
  let rest = bytes;
  for (const method of methods) {
    const taken = rest.length === 0 ? undefined : takeResponse(rest, { method, ended });
    if (taken === undefined) break;
    list.push(dress(taken.response));
    rest = taken.rest;
  }
  return { list, rest };
}

/** A response with the ways to read it. */
export function dress(response: ParsedResponse): RawResponse {
  const text = response.body.toString('utf8');
  const values = (name: string): string[] => valuesOf(response.fields, name);
  return {
    ...response,
    text,
    values,
    value: (name) => {
      const all = values(name);
      if (all.length > 1) throw new Error(`${name} came ${all.length} times`);
      return all[0];
    },
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}
