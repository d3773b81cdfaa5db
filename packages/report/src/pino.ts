import { readProperty } from '@faultless/core/adapter';
import { headline } from './headline.js';
import { copyError } from './plain-error.js';
import type { ReportRecord } from './record.js';
import { createRedactor } from './redactor.js';
import { findRequest } from './request.js';
import type { Sink } from './sink.js';

/** What is needed of a pino logger. */
export interface PinoLogger {
  error(members: object, message: string): void;
  warn(members: object, message: string): void;
  info(members: object, message: string): void;
}

/** The line that pino-http will write of a request, and what is to be in it. */
const lines = new WeakMap<object, { record: ReportRecord | undefined }>();

/**
 * Logs each record at its level with pino 8 or later: with the request's own logger if pino-http has made one,
 * else with `logger`. With `pinoHttpOptions` the record is in the one line that pino-http writes.
 */
export function pinoSink(logger: PinoLogger): Sink {
  return (record, context) => {
    const line = lines.get(findRequest(context).source ?? lines);
    if (line !== undefined && record.repeated === undefined) {
      line.record = record;
      return;
    }
    const own = readProperty(context, 'log');
    const chosen = isLogger(own) && record.repeated === undefined ? own : logger;
    chosen[record.level](membersOf(record), headline(record));
  };
}

function isLogger(value: unknown): value is PinoLogger {
  return ['error', 'warn', 'info'].every(
    (level) => typeof readProperty(value, level) === 'function',
  );
}

/** `level` is pino's; in `err` it looks for errors, whose class it takes for their type. */
function membersOf({ level: _level, error, ...members }: ReportRecord): object {
  return { ...members, err: Object.assign(Object.create(null) as object, error) };
}

const redactor = createRedactor();

/**
 * Options for pino-http 10 or later, by which one failed request is one line: that of pino-http, at the level
 * of the report, with the record in it. Neither header fields nor queries are logged, nor addresses.
 *
 *     app.use(pinoHttp({ logger, ...pinoHttpOptions() }));
 */
export function pinoHttpOptions(): PinoHttpOptions {
  const write = (request: object, error: unknown, members: object): object => {
    const record = lines.get(request)?.record;
    if (record !== undefined) return { ...members, ...membersOf(record) };
    return error === undefined ? members : { ...members, err: copyError(error, redactor, 'error') };
  };
  return {
    customProps: (request) => {
      if (!lines.has(request)) lines.set(request, { record: undefined });
      return {};
    },
    customLogLevel: (request, response, error) => {
      const level = lines.get(request)?.record?.level;
      if (level !== undefined) return level;
      return error !== undefined || response.statusCode >= 500 ? 'error' : 'info';
    },
    customErrorObject: (request, _response, error, members) => write(request, error, members),
    customSuccessObject: (request, _response, members) => write(request, undefined, members),
    customErrorMessage: (request) => messageOf(request) ?? 'request errored',
    customSuccessMessage: (request) => messageOf(request) ?? 'request completed',
    serializers: {
      req: ({ id, method, url }) => ({ id, method, url: redactor.text(pathOf(url), MAX_URL) }),
      res: ({ statusCode }) => ({ statusCode }),
      // It is plain, and pino-http would look for the error behind it.
      err: (error) => readProperty(error, 'raw') ?? error,
    },
  };
}

const MAX_URL = 2048;

function messageOf(request: object): string | undefined {
  const record = lines.get(request)?.record;
  return record && headline(record);
}

function pathOf(url: unknown): string {
  return typeof url === 'string' ? url.replace(/[?#].*/s, '') : '';
}

/** What is given to pino-http; its own types name the requests of node:http. */
export interface PinoHttpOptions {
  readonly customProps: (request: object) => object;
  readonly customLogLevel: (
    request: object,
    response: { readonly statusCode: number },
    error?: unknown,
  ) => 'error' | 'warn' | 'info';
  readonly customErrorObject: (
    request: object,
    response: object,
    error: unknown,
    members: object,
  ) => object;
  readonly customSuccessObject: (request: object, response: object, members: object) => object;
  readonly customErrorMessage: (request: object) => string;
  readonly customSuccessMessage: (request: object) => string;
  readonly serializers: {
    readonly req: (request: {
      readonly id: unknown;
      readonly method: unknown;
      readonly url: unknown;
    }) => object;
    readonly res: (response: { readonly statusCode: unknown }) => object;
    readonly err: (error: unknown) => unknown;
  };
}
