declare module 'api-error-handler' {
  import type { ErrorRequestHandler } from 'express';
  export default function apiErrorHandler(): ErrorRequestHandler;
}

declare module 'koa-json-error' {
  import type { Middleware } from 'koa';
  export default function koaJsonError(): Middleware;
}
