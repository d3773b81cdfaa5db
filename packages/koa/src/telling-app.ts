import type { Report } from '@faultless/node';
import type { Responder } from '@faultless/node/adapter';
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
  for (const listener of app.listeners('error')) {
    if (listener === app.onerror) continue;
    try {
      Reflect.apply(listener, app, [report.error, context]);
    } catch (cause) {
      notices.push({ message: 'a listener of the application failed', cause });
    }
  }
  return { ...report, notices };
}
