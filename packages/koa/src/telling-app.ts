import { types } from 'node:util';
import type { Report } from '@faultless/node';
import { type Responder, readProperty } from '@faultless/node/adapter';
import type { Context } from 'koa';

/** The same responder, which tells the application too what the server is at fault for, as Koa does. */
export function tellingApp(responder: Responder<Context>): Responder<Context> {
  return {
    ...responder,
    report: (report, context) => {
      responder.report(report.level === 'error' ? tell(report, context) : report, context);
    },
  };
}

/** Calls the listeners of `error`, but for Koa's own, which prints what the reporter prints. */
function tell(report: Report, context: Context): Report {
  const { app } = context;
  if (app.silent) return report;
  const notices = [...report.notices];
  const error = asError(report.error);
  // Raw, so that those of `once` are taken off.
  for (const listener of app.rawListeners('error')) {
    if (listener === app.onerror) continue;
    try {
      Reflect.apply(listener, app, [error, context]);
    } catch (cause) {
      notices.push({ message: 'a listener of the application failed', cause });
    }
  }
  return { ...report, notices };
}

/** Listeners expect an error, whatever was thrown: Koa makes one, too. */
function asError(thrown: unknown): unknown {
  if (types.isNativeError(thrown)) return thrown;
  const isObject = typeof thrown === 'object' && thrown !== null;
  if (isObject && typeof readProperty(thrown, 'message') === 'string') return thrown;
  return new Error('what was thrown is no error', { cause: thrown });
}
