import { readProperty } from '@faultless/core/adapter';

/** The request that a framework's context is about. */
export interface FoundRequest {
  /** node:http's IncomingMessage, where there is one. */
  readonly source: object | undefined;
  readonly headers: { readonly traceparent?: unknown };
}

/** Finds the request of Express's `req`, Koa's `ctx`, a guard's connection, or what is one itself. */
export function findRequest(context: unknown): FoundRequest {
  const inner = [readProperty(context, 'req'), readProperty(context, 'request')].find(isObject);
  const source = inner ?? (isObject(context) ? context : undefined);
  const headers = readProperty(source, 'headers');
  return { source, headers: isObject(headers) ? headers : {} };
}

/** What the application calls the request: what `find` says, or `req.id`, or `ctx.state.requestId`. */
export function findRequestId(
  context: unknown,
  find: ((context: never) => unknown) | undefined,
): string | undefined {
  if (find !== undefined) {
    try {
      return asId(find(context as never));
    } catch {
      return undefined;
    }
  }
  return (
    asId(readProperty(readProperty(context, 'state'), 'requestId')) ??
    asId(readProperty(context, 'id')) ??
    asId(readProperty(findRequest(context).source, 'id'))
  );
}

function asId(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
