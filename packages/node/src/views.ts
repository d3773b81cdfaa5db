import type { IncomingMessage, ServerResponse } from 'node:http';
import { html, type Locale, type ProblemDocument, type Renderer } from '@faultless/core';
import { checkOptions, type OptionRule } from '@faultless/core/adapter';
import { announceText } from './answering/late-text.js';

/** What a view may look at beside the problem. */
export interface Viewed<Request, Response> {
  /** What the framework calls the request: Express's `req`, Koa's `ctx`, the IncomingMessage. */
  readonly request: Request;
  /** Fields that are set on it leave with the page. It can't be sent. */
  readonly response: Response;
  /** The negotiated language. */
  readonly locale: Locale;
  /** How long the client is asked to wait, in seconds, or until when (RFC 9110 §10.2.3). */
  readonly retryAfter?: number | Date | undefined;
}

/** Renders the page of a problem: returns its HTML, or a promise of it. */
export type View<Request = IncomingMessage, Response = ServerResponse> = (
  problem: ProblemDocument,
  viewed: Viewed<Request, Response>,
) => string | PromiseLike<string>;

export interface ViewsOptions {
  /** How long a view may take, in seconds. @default 2 */
  readonly seconds?: number | undefined;
}

/**
 * Makes the HTML format a page of the application's own views.
 *
 *     errorHandler({ renderers: [problemJson, views((problem) => renderPage(problem))] })
 *
 * A view sees what the client may see. If it throws, rejects, returns no text or takes too long, the built-in
 * page leaves in its place and the report says so; one that never yields can't be stopped. `guardServer`
 * does not ask it, for no application has seen those requests.
 *
 * @throws {TypeError} when the view is no function, or an option is unknown or wrong
 */
export function views<Request = IncomingMessage, Response = ServerResponse>(
  view: View<Request, Response>,
  options: ViewsOptions = {},
): Renderer {
  if (typeof view !== 'function') {
    throw new TypeError('views takes a function (problem, { request, response })');
  }
  checkOptions('views', options, RULES);
  const { seconds = 2 } = options;
  return {
    ...html,
    deterministic: false,
    render: (problem, locale, occasion) => {
      const instead = html.render(problem, locale, occasion);
      announceText(occasion.request, {
        name: 'the view',
        seconds,
        instead,
        render: async ({ context, response }) => {
          const text: unknown = await view(problem, {
            request: context as Request,
            response: response as Response,
            locale,
            retryAfter: occasion.retryAfter,
          });
          if (typeof text === 'string') return text;
          throw new TypeError(`it returned ${text === null ? 'null' : typeof text}, not a text`);
        },
      });
      return instead;
    },
  };
}

/** An hour; whoever waits longer has left. */
const MAX_SECONDS = 3600;

const RULES: Readonly<Record<keyof ViewsOptions, OptionRule>> = {
  seconds: {
    allowed: `a number above 0, ${MAX_SECONDS} at most`,
    accepts: (v) => typeof v === 'number' && v > 0 && v <= MAX_SECONDS,
  },
};
