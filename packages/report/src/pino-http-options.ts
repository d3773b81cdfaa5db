import { readProperty } from '@faultless/core/adapter';
import { headline } from './headline.js';
import {
  expectLine,
  isReported,
  type LoggedResponse,
  peekRecord,
  takeRecord,
} from './pino-lines.js';
import { membersOf } from './pino-members.js';
import { copyError } from './plain-error.js';
import { createRedactor } from './redactor.js';

const redactor = createRedactor();

/**
 * Options for pino-http 10 or later, by which one failed request is one line: that of pino-http, at the level
 * of the report, with the record in it. Neither header fields nor queries are logged, nor addresses.
 *
 *     app.use(pinoHttp({ logger, ...pinoHttpOptions() }));
 */
export function pinoHttpOptions(): PinoHttpOptions {
  const write = (request: object, error: unknown, members: object): object => {
    const record = takeRecord(request);
    if (record !== undefined) return { ...members, ...membersOf(record) };
    return error === undefined ? members : { ...members, err: describeError(error) };
  };
  return {
    customProps: (request, response) => {
      expectLine(request, response as LoggedResponse);
      return {};
    },
    customLogLevel: (request, response, error) => {
      const level = peekRecord(request)?.level;
      if (level !== undefined) return level;
      if (error !== undefined || response.statusCode >= 500) return 'error';
      return isCutOff(response) ? 'warn' : 'info';
    },
    customErrorObject: (request, _response, error, members) => write(request, error, members),
    customSuccessObject: (request, _response, members) => write(request, undefined, members),
    customErrorMessage: (request) => messageOf(request) ?? 'request errored',
    customSuccessMessage: (request, response) =>
      messageOf(request) ?? (isCutOff(response) ? 'response cut off' : 'request completed'),
    serializers: {
      req: ({ id, method, url }) => ({ id, method, url: redactor.text(pathOf(url), MAX_URL) }),
      res: ({ statusCode }) => ({ statusCode }),
      // A record's is plain already; of what the application logs itself, pino-http has kept the error.
      err: (error) => {
        const raw = readProperty(error, 'raw');
        return raw instanceof Error ? copyError(raw, redactor, 'error') : (raw ?? error);
      },
    },
  };
}

/** What of an error is told in a line without a record: nothing more than its name if it is one of many. */
function describeError(error: unknown): object {
  const told = copyError(error, redactor, 'error');
  return isReported(error) ? { type: told.type, message: told.message } : told;
}

/** Whether a response is over that has not left whole, as when its client has gone or its source has failed. */
function isCutOff({ writableFinished }: FinishedResponse): boolean {
  return writableFinished === false;
}

const MAX_URL = 2048;

function messageOf(request: object): string | undefined {
  const record = peekRecord(request);
  return record && headline(record);
}

function pathOf(url: unknown): string {
  return typeof url === 'string' ? url.replace(/[?#].*/s, '') : '';
}

interface FinishedResponse {
  readonly writableFinished?: boolean;
}

/** What is given to pino-http; its own types name the requests of node:http. */
export interface PinoHttpOptions {
  readonly customProps: (request: object, response: object) => object;
  readonly customLogLevel: (
    request: object,
    response: FinishedResponse & { readonly statusCode: number },
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
  readonly customSuccessMessage: (request: object, response: FinishedResponse) => string;
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
