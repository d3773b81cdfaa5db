import { type ErrorHandlerOptions, errorHandler, guardServer } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import type { Request } from 'express';
import express from 'express';
import type { Context } from 'koa';

/** One object of options serves an error handler and a guard. */
const options: ErrorHandlerOptions<Request> = {
  realm: 'orders',
  conceal: (_error, request) => request.path.startsWith('/internal'),
  report: (report, request) => [report.status, request.path],
};
const app = express();
app.use(errorHandler(options));
guardServer(app.listen(0), { ...options, maxConnections: 100 });

const ofKoa: ErrorHandlerOptions<Context> = { report: (report, ctx) => [report.status, ctx.path] };
koaErrorHandler(ofKoa);
guardServer(app.listen(0), ofKoa);

guardServer(app.listen(0), {
  report: (report, { socket, request }) => [report.status, socket.destroyed, request?.url],
});
