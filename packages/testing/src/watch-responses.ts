import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Answer, listFields } from './answer.js';

/** A request listener: an Express app, `app.callback()` of Koa, a function of `node:http`. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What was asked for, and answered with an error. */
export interface AnsweredError {
  readonly method: string;
  readonly path: string;
  readonly answer: Answer;
}

/** Hands on each answer of 400 and more when it ends, before a client can have seen that it did. */
export function watchResponses(
  listener: Listener,
  see: (answered: AnsweredError) => void,
): Listener {
  return (request, response) => {
    const { method, url } = request as IncomingMessage & { method: string; url: string };
    const path = url.replace(/\?.*/s, '');
    collectBody(response, (bytes) => {
      const { statusCode: status } = response;
      const fields = listFields(response.getHeaders());
      see({ method, path, answer: { status, fields, text: decode(bytes, response) } });
    });
    return listener(request, response);
  };
}

type Write = (...args: unknown[]) => never;

function collectBody(response: ServerResponse, done: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const keep = ([chunk, encoding]: unknown[]): void => {
    const isContent = typeof chunk === 'string' || ArrayBuffer.isView(chunk);
    if (!isContent || response.statusCode < 400) return;
    chunks.push(Buffer.from(chunk as string, encoding as 'utf8'));
  };
  const write = response.write.bind(response) as Write;
  const end = response.end.bind(response) as Write;
  response.write = (...args: unknown[]) => {
    keep(args);
    return write(...args);
  };
  response.end = (...args: unknown[]) => {
    keep(args);
    if (response.statusCode >= 400) done(Buffer.concat(chunks.splice(0)));
    return end(...args);
  };
}

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  deflate: inflateSync,
  gzip: gunzipSync,
};

function decode(bytes: Buffer, response: ServerResponse): string {
  const decoder = DECODERS[String(response.getHeader('content-encoding'))];
  try {
    return String(decoder?.(bytes) ?? bytes);
  } catch {
    return '';
  }
}
