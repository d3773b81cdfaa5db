import { MethodNotAllowed } from '@faultless/core';
import { createPages, METHODS } from './create-pages.js';
import type { Site } from './page.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What is used of Express's request. */
export interface PageRequest {
  readonly method: string;
  readonly originalUrl: string;
  readonly headers: Headers;
}

/** What is used of Express's response. */
export interface PageResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  vary(field: string): unknown;
  end(body: string): unknown;
}

/** A middleware that Express 4 and Express 5 both take. */
export type ExpressPages = (
  request: PageRequest,
  response: PageResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Makes the middleware that serves the pages of a registry. Mount it before `notFound()`: all addresses that are
 * no page of it go on.
 *
 *     app.use(expressPages(problems));
 */
export function expressPages(site: Site): ExpressPages {
  const pages = createPages(site);
  return ({ method, originalUrl: url, headers }, response, next) => {
    const reply = pages({ method, url, headers });
    if (reply === undefined) next();
    else if (reply.status === 405) next(new MethodNotAllowed(METHODS));
    else {
      const { Vary, ...fields } = reply.headers;
      response.statusCode = reply.status;
      for (const [name, value] of Object.entries(fields)) response.setHeader(name, value);
      if (Vary !== undefined) response.vary(Vary);
      response.end(reply.body);
    }
  };
}

/** What is used of Koa's `ctx`. */
export interface PageContext {
  readonly method: string;
  readonly originalUrl: string;
  readonly headers: Headers;
  status: number;
  body: unknown;
  set(fields: Record<string, string>): unknown;
  vary(field: string): unknown;
}

/** A middleware that Koa 2 and Koa 3 both take. */
export type KoaPages = (context: PageContext, next: () => Promise<unknown>) => Promise<void>;

/**
 * Makes the middleware that serves the pages of a registry. Mount it behind `errorHandler()`: all addresses that
 * are no page of it go on.
 *
 *     app.use(koaPages(problems));
 */
export function koaPages(site: Site): KoaPages {
  const pages = createPages(site);
  return async (context, next) => {
    const { method, originalUrl: url, headers } = context;
    const reply = pages({ method, url, headers });
    if (reply === undefined) {
      await next();
      return;
    }
    if (reply.status === 405) throw new MethodNotAllowed(METHODS);
    const { Vary, ...fields } = reply.headers;
    context.status = reply.status;
    // Koa sets fields of its own for a body, and then takes those that are set.
    if (reply.status !== 304) context.body = reply.body;
    context.set(fields);
    if (Vary !== undefined) context.vary(Vary);
  };
}
