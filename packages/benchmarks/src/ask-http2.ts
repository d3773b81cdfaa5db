import { once } from 'node:events';
import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';
import { text } from 'node:stream/consumers';
import type { Scenario } from './scenarios.js';

/** What came of one request over HTTP/2. */
export interface Http2Answer {
  readonly statusCode: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks over a session, and reads the answer. */
export async function askHttp2(
  session: ClientHttp2Session,
  { method, path, headers }: Pick<Scenario, 'method' | 'path' | 'headers'>,
): Promise<Http2Answer> {
  const stream = session.request({ ':method': method, ':path': path, ...headers });
  stream.end();
  const [head] = (await once(stream, 'response')) as [IncomingHttpHeaders & { ':status'?: number }];
  return { statusCode: head[':status'], headers: head, body: await text(stream) };
}
