import type { IncomingMessage, ServerResponse } from 'node:http';

/** A failed request, as a framework on node:http knows it. */
export interface FailedRequest<Context> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the framework calls the request; options and reporters get it. */
  readonly context: Context;
  /** The status that the handler had set before it failed, if the framework leaves it there. */
  readonly statedStatus?: (() => unknown) | undefined;
  /**
   * Reads the content of the request as the framework has parsed it.
   * @default what a body parser has left in `request.body`
   */
  readonly content?: (() => unknown) | undefined;
  /**
   * The request target as it came.
   * @default `request.url`, which frameworks rewrite
   */
  readonly target?: string | undefined;
  /** The pattern of the route that failed. */
  readonly route?: string | undefined;
  /** What the framework sends after the handler has ended: a file that can't be opened is a 404. */
  readonly body?: unknown;
  /** Whether the connection ends with this answer. @default false */
  readonly close?: boolean | undefined;
  /** Whether no application has seen the request, so that its views are not asked. @default false */
  readonly unseen?: boolean | undefined;
}
