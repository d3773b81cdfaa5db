import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  BUILT_IN_MAPPERS,
  checkOptions,
  type ErrorHandlerOptions,
  errorHandlerRules,
  type OptionRule,
  PROTOCOL,
} from '@faultless/core/adapter';

/** What a guard's reporter gets beside the report. */
export interface Connection {
  readonly socket: Duplex;
  /** Undefined if what came was no request. */
  readonly request?: IncomingMessage | undefined;
}

/**
 * The options of {@link guardServer}: those of `errorHandler`, which mean the same, so that one object
 * can serve both, and its own. `report` gets the {@link Connection} in the place of the framework's
 * request; `conceal` and `extend` are not asked, for no application has seen these requests.
 */
export interface GuardOptions<Context = Connection> extends ErrorHandlerOptions<Context> {
  /**
   * How many connections are served at once: those with a request under way, upgraded ones among
   * them; streams of one HTTP/2 session count once. A request on any beyond is answered with 503.
   * Idle and silent connections do not count. As many of each may wait, or 100 if that is more; then
   * the oldest is closed. An HTTP/2 session without a request is closed after the `headersTimeout`
   * that the server has, or 60 seconds. Node's own `server.maxConnections` counts all, and closes
   * them without a word.
   * @default Infinity
   */
  readonly maxConnections?: number | undefined;
  /** Retry-After of each 503, in seconds. @default 1 */
  readonly retryAfter?: number | undefined;
  /**
   * The protocols that an `upgrade` listener takes. A WebSocket handshake for another one is answered
   * with 426 and this list; any other request is an ordinary one where Node has `shouldUpgradeCallback`
   * (22.21, 24.9 and later), and answered so too where it has not.
   * @default unknown: whatever no listener takes is answered with 501
   */
  readonly upgradeProtocols?: readonly string[] | undefined;
  /**
   * How long the `upgrade` listeners may leave a request alone before it counts as taken by nobody,
   * in seconds.
   * @default 10
   */
  readonly upgradeTimeout?: number | undefined;
  /**
   * What becomes of a WebSocket handshake when there is no `upgrade` listener at all: `refuse`
   * answers with 501 or 426, `request` hands it to the application as Node does, for libraries that
   * take the socket from a middleware.
   * @default 'refuse'
   */
  readonly unclaimedWebSockets?: 'refuse' | 'request' | undefined;
}

/** A timer of Node's runs 2^31 ms at most. */
const MAX_SECONDS = 2_147_483;

const isAmount = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && !Number.isNaN(value);
const isSeconds = (value: unknown): boolean => isAmount(value) && (value as number) <= MAX_SECONDS;
const isProtocolList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'string' && PROTOCOL.test(one));

const OWN_RULES: Readonly<
  Record<Exclude<keyof GuardOptions, keyof ErrorHandlerOptions<Connection>>, OptionRule>
> = {
  maxConnections: { allowed: 'a number, 0 or more', accepts: isAmount },
  retryAfter: { allowed: 'a number of seconds, 0 or more', accepts: isSeconds },
  upgradeProtocols: { allowed: 'a list of one or more protocol names', accepts: isProtocolList },
  upgradeTimeout: { allowed: 'a number of seconds, 0 or more', accepts: isSeconds },
  unclaimedWebSockets: {
    allowed: "'refuse' or 'request'",
    accepts: (v) => v === 'refuse' || v === 'request',
  },
};

/** The options with their defaults. */
export interface GuardSettings {
  readonly maxConnections: number;
  readonly retryAfter: number;
  readonly upgradeProtocols: readonly string[];
  readonly upgradeTimeout: number;
  readonly unclaimedWebSockets: 'refuse' | 'request';
  /** What the pipeline gets. */
  readonly answers: ErrorHandlerOptions<Connection>;
}

/** Checks the options of a guard. @throws {TypeError} when one is unknown or wrong */
export function compileGuardOptions<Context>(options: GuardOptions<Context>): GuardSettings {
  checkOptions('guardServer', options, { ...errorHandlerRules(BUILT_IN_MAPPERS), ...OWN_RULES });
  const {
    maxConnections = Number.POSITIVE_INFINITY,
    retryAfter = 1,
    upgradeProtocols = [],
    upgradeTimeout = 10,
    unclaimedWebSockets = 'refuse',
    ...answers
  } = options;
  return {
    maxConnections,
    retryAfter,
    upgradeProtocols,
    upgradeTimeout,
    unclaimedWebSockets,
    answers: {
      ...answers,
      conceal: undefined,
      extend: undefined,
    } as ErrorHandlerOptions<unknown>,
  };
}
