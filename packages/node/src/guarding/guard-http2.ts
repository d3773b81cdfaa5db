import type { IncomingMessage } from 'node:http';
import type { Http2Session, ServerHttp2Session } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { HttpVersionNotSupported, type RequestFacts } from '@faultless/core/adapter';
import { answerSocket, type Guard, NOTHING_SET } from './guard.js';
import { findSocket } from './guard-connections.js';

const NOTHING_KNOWN: RequestFacts = { headers: {}, httpVersionMajor: 1 };

/**
 * Answers clients that can't speak HTTP/2 where nothing else is spoken, and reports sessions that
 * break; sees that the server's timeout ends all sessions. A fault of the framing has no response
 * there: Node ends the session with GOAWAY (RFC 9113 §5.4.1).
 */
export function guardHttp2(guard: Guard): void {
  // The compatibility API's server has events that a server of node:http never emits.
  const server = guard.server as NodeJS.EventEmitter;
  const { responder } = guard;
  server.on('unknownProtocol', (socket: TLSSocket) => {
    if (server.listenerCount('unknownProtocol') > 1) return;
    const code = 'unsupported_version';
    const error = new HttpVersionNotSupported({
      detail: { key: code },
      code,
      supported: ['HTTP/2'],
    });
    answerSocket(guard, error, { socket, request: NOTHING_KNOWN });
  });
  server.on('session', (session: ServerHttp2Session) => {
    // Node forgets those that are closing, and some of them never end.
    session.on('timeout', () => {
      if (session.closed) session.destroy();
    });
  });
  server.on('sessionError', (error: unknown, session: Http2Session) => {
    const socket = findSocket(session) ?? session.socket;
    const context = { socket, request: undefined as IncomingMessage | undefined };
    const { report } = responder.respond(error, {
      request: NOTHING_KNOWN,
      response: NOTHING_SET,
      state: 'gone',
      context,
    });
    responder.report(report, context);
  });
}
