import type { Extend } from '../answer/extend-problem.js';
import type { StackTraces } from '../errors/stack-traces.js';
import type { Locale } from '../locales/locale.js';
import type { MappingOptions } from '../mappers/mapping-options.js';
import type { ConcealPredicate } from '../policy/decide.js';
import type { LastEvent } from '../renderers/last-event.js';
import type { Renderer } from '../renderers/renderer.js';
import type { Reporter } from '../reporting/report.js';

/** The OAuth protected resource that a server is (RFC 9728). */
export interface ProtectedResource {
  /** The URL of its metadata document, such as `https://api.example/.well-known/oauth-protected-resource`. */
  readonly metadataUrl: string;
}

/**
 * The options of every adapter's `errorHandler`. `Context` is what the framework calls the request:
 * Express's `req`, Koa's `ctx`, node:http's IncomingMessage.
 */
export interface ErrorHandlerOptions<Context> extends MappingOptions {
  /**
   * The realm of the challenge for a 401 or 407 that arrives without one.
   * @default 'api'
   */
  readonly realm?: string | undefined;
  /**
   * The scheme that a bare scope, and a 401 or 407 without a challenge, is challenged with. `Basic`
   * makes browsers ask for a password. `DPoP` is for tokens that are bound to a key; a 407 has
   * `Bearer` then (RFC 9449 §7.1).
   * @default 'Bearer'
   */
  readonly scheme?: 'Bearer' | 'Basic' | 'DPoP' | undefined;
  /**
   * The asymmetric JWS algorithms that are taken for DPoP proofs, such as `ES256`; each DPoP challenge
   * that does not say so itself lists them (RFC 9449 §7.1).
   * @default none are listed
   */
  readonly dpopAlgs?: readonly [string, ...string[]] | undefined;
  /**
   * Points every Bearer and DPoP 401 to the metadata of the protected resource, as OAuth resource
   * servers and MCP servers need (RFC 9728 §5.1).
   * @default none
   */
  readonly protectedResource?: ProtectedResource | undefined;
  /**
   * Lets scripts of another origin read WWW-Authenticate and DPoP-Nonce, where the app's CORS
   * middleware lets them read the response.
   * @default true
   */
  readonly exposeChallenges?: boolean | undefined;
  /** Says which errors leave as a 404 that nobody can tell from a real one. @default none */
  readonly conceal?: ConcealPredicate<Context> | undefined;
  /**
   * Every 404 leaves as the generic one, without its own detail, type or headers.
   * @default false
   */
  readonly genericNotFound?: boolean | undefined;
  /**
   * Whether a reverse proxy passes the requests on. It would take a connection that is closed without
   * an answer (`nginx:444`, `nginx:499`) for a server that is broken, and ask the next one, so that
   * those are answered with 400 then. And it would give an upload up whose answer comes early and says
   * that the connection closes, so that this stays open where a Content-Length says how much is to come.
   * @default what a request shows by `Via`, `Forwarded` or `X-Forwarded-For`
   */
  readonly behindProxy?: boolean | undefined;
  /**
   * Adds members to every body. It sees what the client may see; a member that is there already is
   * not replaced, and the report says so.
   *
   *     extend: (problem, { request }) => ({ requestId: request.id })
   *
   * @default none
   */
  readonly extend?: Extend<Context> | undefined;
  /**
   * Adds the id of the trace to every body, as `traceId`, which is the reference of pages then: that of
   * OpenTelemetry's active span, or of the request's `traceparent` (W3C Trace Context). A request without
   * either has none.
   * @default false
   */
  readonly traceId?: boolean | undefined;
  /**
   * The formats on offer; the first is the one for clients that accept none of them.
   * @default [problemJson, json, html, text, problemXml, markdown]
   */
  readonly renderers?: readonly [Renderer, ...Renderer[]] | undefined;
  /** The languages on offer. @default [en, zhCN] */
  readonly locales?: readonly [Locale, ...Locale[]] | undefined;
  /** The tag of the language for clients that accept none on offer. @default that of the first locale */
  readonly defaultLocale?: string | undefined;
  /**
   * How a status that a vendor made up (`VendorError`) leaves: as the registered status nearest to
   * it, or as itself where three digits allow that.
   * @default 'registered'
   */
  readonly vendorStatuses?: 'registered' | 'verbatim' | undefined;
  /**
   * Tells the client a vendor's substatus: the member `substatus` and the title of the page.
   * @default false
   */
  readonly substatus?: boolean | undefined;
  /**
   * Which of our errors capture a stack: `'all'`, `'server'` (5xx) or `'none'`; it holds for the whole
   * process. What is sent never depends on it.
   * @default 'server' if NODE_ENV is 'production', otherwise 'all'
   */
  readonly stackTraces?: StackTraces | undefined;
  /**
   * How long a client is listened to after an answer that came before its content ended, so that it
   * gets to read the answer.
   * @default { bytes: 200 MB, seconds: 30 }
   */
  readonly unreadContent?: UnreadContent | undefined;
  /**
   * What a stream that fails half-way still says before the connection breaks off: the exported
   * `lastEvent` for server-sent events and newline-delimited JSON, or a function of your own.
   * @default nothing
   */
  readonly lastEvent?: LastEvent | undefined;
  /** Gets a report of every error. @default server faults go to console.error with their stack */
  readonly report?: Reporter<Context> | undefined;
}

/**
 * How long a client is listened to after it has got an answer that came before its content ended. Some
 * proxies read the answer only when they have written the whole request.
 */
export interface UnreadContent {
  /**
   * How much is still read, and thrown away, in bytes. It is read in pieces of up to 64 KiB, and
   * reading stops before a piece could pass the limit.
   * @default 200 MB
   */
  readonly bytes?: number | undefined;
  /** How long, in seconds. @default 30 */
  readonly seconds?: number | undefined;
}

/** The limits for those who have not set any. docs/tested-server.md has the measurements. */
export const UNREAD_CONTENT: Readonly<Record<keyof UnreadContent, number>> = {
  bytes: 200_000_000,
  seconds: 30,
};

/** True for limits that can be kept. */
export function isUnreadContent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([name, limit]: [string, unknown]) =>
      Object.hasOwn(UNREAD_CONTENT, name) &&
      (limit === undefined ||
        (typeof limit === 'number' && limit >= 0 && limit <= MAX[name as keyof UnreadContent])),
  );
}

/** A timer of Node's runs 2^31 ms at most. */
const MAX: Readonly<Record<keyof UnreadContent, number>> = {
  bytes: Number.MAX_SAFE_INTEGER,
  seconds: 2_147_483,
};
