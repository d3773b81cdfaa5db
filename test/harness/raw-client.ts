import { Connection } from './connection.js';
import { MalformedResponse } from './parse-response.js';
import type { RawResponse } from './raw-response.js';

/** What a raw client reads before it ends. */
export interface ReadOptions {
  /** How many responses are expected. @default 1 */
  readonly responses?: number;
  /** The method that each response answers. @default that of the first request, for all */
  readonly methods?: readonly string[];
  /** Whether to go on listening until the server ends the connection. @default false */
  readonly untilClosed?: boolean;
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
  { responses: wanted = 1, methods, untilClosed = false }: ReadOptions = {},
): Promise<RawExchange> {
  const sent = Buffer.from(request as string, 'latin1');
  const [first = ''] = sent.toString('latin1').split(' ', 1);
  const connection = await Connection.open(port);
  try {
    connection.socket.write(sent);
    const responses: RawResponse[] = [];
    for (const method of methods ?? Array.from({ length: wanted }, () => first)) {
      const response = await connection.next(method);
      if (response === undefined) break;
      responses.push(response);
    }
    const announced = responses.some((one) => /\bclose\b/i.test(one.value('connection') ?? ''));
    if (untilClosed || announced) await connection.closed;
    const { received: bytes, unread, isOpen } = connection;
    if (unread.length > 0) throw new MalformedResponse('more bytes', unread.toString('latin1'));
    return { bytes, responses, closed: !isOpen };
  } finally {
    connection.close();
  }
}

/** Sends exact bytes, expects exactly one response. */
export async function askRaw(
  port: number,
  request: string | Buffer,
  options: ReadOptions = {},
): Promise<RawAnswer> {
  const { bytes, responses, closed } = await exchange(port, request, options);
  const [response] = responses;
  if (response === undefined) throw new MalformedResponse('nothing came', bytes.toString('latin1'));
  return { ...response, bytes, closed };
}
