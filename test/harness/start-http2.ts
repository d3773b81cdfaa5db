import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer, type IncomingHttpHeaders } from 'node:http2';
import type { Report } from '@faultless/node';
import { listen } from './listen.js';
import { type Handler, type Options, SERVERS, type ServerKind } from './servers.js';

/** A response over HTTP/2, where header names are lower-case and have no order to speak of. */
interface Http2Response {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly trailers: IncomingHttpHeaders;
}

/** A bare server of node:http2 with its compatibility API. */
export interface Http2Server {
  readonly port: number;
  readonly origin: string;
  readonly reports: readonly Report[];
  /** Asks over a session of its own, which is closed. */
  readonly request: (headers?: Readonly<Record<string, string>>) => Promise<Http2Response>;
  readonly close: () => Promise<void>;
}

/** Express does not know HTTP/2. */
export const HTTP2_KINDS = SERVERS.filter(({ framework }) => framework !== 'express');

const BARE = SERVERS.find(({ framework }) => framework === 'node') as ServerKind;

/** Starts one without TLS. Whoever starts it closes it. */
export async function startHttp2(
  handler: Handler,
  options: Options = {},
  kind: ServerKind = BARE,
): Promise<Http2Server> {
  const reports: Report[] = [];
  const listener = kind.listen({
    before: () => undefined,
    handler,
    options: { ...options, report: (report) => void reports.push(report) },
  });
  // The compatibility API is that of node:http, but for the types.
  const server = createServer((request, response) => {
    listener(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  });
  const { port, origin, close } = await listen(server);
  return {
    port,
    origin,
    reports,
    request: async (headers = {}) => {
      const session = connect(origin);
      try {
        const stream = session.request(headers);
        const [answered] = (await once(stream, 'response')) as [IncomingHttpHeaders];
        let trailers: IncomingHttpHeaders = {};
        stream.on('trailers', (fields) => {
          trailers = fields;
        });
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        return { headers: answered, text: Buffer.concat(chunks).toString('utf8'), trailers };
      } finally {
        const closed = once(session, 'close');
        session.close();
        await closed;
      }
    },
    close,
  };
}
