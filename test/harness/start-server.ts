import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Report } from '@faultless/node';
import { type Listening, listen } from './listen.js';
import type { Handler, Options, ServerKind } from './servers.js';

/** The options of the error handler, and what runs before the failing handler. */
export interface StartOptions extends Options {
  readonly before?: (request: IncomingMessage, response: ServerResponse) => unknown;
}

/** A server at work, and what its operator has been told. */
export interface RunningServer extends Listening {
  /** All reports so far, the earliest first. */
  readonly reports: readonly Report[];
  /** The report of the last error; throws if there is none. */
  readonly lastReport: () => Report;
  /** The report of the only error; throws if there were more, or none. */
  readonly onlyReport: () => Report;
}

/** Starts a server of one kind. Whoever starts it closes it. */
export async function startServer(
  kind: ServerKind,
  handler: Handler,
  { before = () => undefined, ...options }: StartOptions = {},
): Promise<RunningServer> {
  const reports: Report[] = [];
  const report: Options['report'] = (one, context) => {
    reports.push(one);
    return options.report?.(one, context);
  };
  const server = createServer(kind.listen({ before, handler, options: { ...options, report } }));
  return {
    ...(await listen(server)),
    reports,
    lastReport: () => {
      const last = reports.at(-1);
      if (last === undefined) throw new Error('nothing was reported');
      return last;
    },
    onlyReport: () => {
      const [only, ...more] = reports;
      if (only === undefined || more.length > 0) throw new Error(`${reports.length} reports`);
      return only;
    },
  };
}
