import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';
import { within } from './within.js';

/** What came back on one stream, until it was closed. */
export interface Http2Answer {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** With which the stream was closed (RFC 9113 §7). */
  readonly code: number | undefined;
}

/** Sends one request; content, if there is any, is begun and never ended. */
export async function askHttp2(
  session: ClientHttp2Session,
  headers: Readonly<Record<string, string>>,
  content?: Buffer,
): Promise<Http2Answer> {
  const stream = session.request(headers, { endStream: content === undefined });
  let answered: IncomingHttpHeaders = {};
  let text = '';
  stream.on('response', (fields) => {
    answered = fields;
  });
  stream.on('data', (piece: Buffer) => {
    text += String(piece);
  });
  stream.on('error', () => undefined);
  if (content !== undefined) stream.write(content);
  const closed = new Promise((resolve) => stream.on('close', resolve));
  await within(closed, () => `the end of a stream, after ${JSON.stringify(text)}`);
  return { headers: answered, text, code: stream.rstCode };
}
