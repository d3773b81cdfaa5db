import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Answer, findField, listFields } from './answer.js';

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
    const listSent = followFields(response);
    collectBody(response, (bytes) => {
      const bare = { status: response.statusCode, fields: listSent(), text: '' };
      const text = method === 'HEAD' ? '' : decode(bytes, findField(bare, 'content-encoding'));
      see({ method, path, answer: { ...bare, text } });
    });
    return listener(request, response);
  };
}

type Call = (...args: unknown[]) => never;

/** What only `writeHead` is told of, where nothing was set before, is kept by Node in no other place. */
function followFields(response: ServerResponse): () => Answer['fields'] {
  let told: Answer['fields'] = [];
  const writeHead = response.writeHead.bind(response) as Call;
  response.writeHead = (...args: unknown[]) => {
    const result = writeHead(...args);
    const [, reason, fields] = args;
    told = listFields(typeof reason === 'string' ? fields : (fields ?? reason));
    return result;
  };
  return () => {
    const set = listFields(response.getHeaders());
    return set.length > 0 ? set : told;
  };
}

function collectBody(response: ServerResponse, done: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const keep = ([chunk, encoding]: unknown[]): void => {
    const isContent = typeof chunk === 'string' || ArrayBuffer.isView(chunk);
    if (!isContent || response.statusCode < 400) return;
    chunks.push(Buffer.from(chunk as string, encoding as 'utf8'));
  };
  const write = response.write.bind(response) as Call;
  const end = response.end.bind(response) as Call;
  response.write = (...args: unknown[]) => {
    keep(args);
    return write(...args);
  };
  response.end = (...args: unknown[]) => {
    if (response.writableEnded) return end(...args);
    keep(args);
    if (response.statusCode >= 400) done(Buffer.concat(chunks.splice(0)));
    return end(...args);
  };
}

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  deflate: inflateSync,
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
};

function decode(bytes: Buffer, coding = ''): string {
  const decoder = DECODERS[coding.trim().toLowerCase()];
  try {
    return String(decoder?.(bytes) ?? bytes);
  } catch {
    return '';
  }
}
