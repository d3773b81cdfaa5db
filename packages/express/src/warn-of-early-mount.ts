import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  type Application,
  findOutermost,
  findStack,
  type Layer,
  type Stack,
} from './find-stack.js';

const FINISHED = 'http.server.response.finish';

/** A handler that has not been found by then is mounted where nobody can look. */
const MAX_RESPONSES = 100;

/**
 * Warns, with the first response of its app, of an error handler that stands before what it is to
 * answer for: Express looks for one only behind the middleware that failed.
 */
export function warnOfEarlyMount(handler: unknown): void {
  let left = MAX_RESPONSES;
  const look = (message: unknown): void => {
    left -= 1;
    const stack = findHolder(handler, message);
    if (stack === undefined && left > 0) return;
    unsubscribe(FINISHED, look);
    if (stack === undefined || !isEarly(handler, stack)) return;
    process.emitWarning(
      'errorHandler() stands before routes or middleware whose errors it will never see: mount it last',
      { type: 'FaultlessWarning', code: 'FAULTLESS_MOUNTED_EARLY' },
    );
  };
  subscribe(FINISHED, look);
}

/** The stack that a handler stands in, of the app that has just answered. */
function findHolder(handler: unknown, message: unknown): Stack | undefined {
  try {
    const { app } = (message as { request: { app?: Application } }).request;
    return app && search(handler, findStack(findOutermost(app)), new Set());
  } catch {
    // Whatever `app` is, it is not Express's.
    return undefined;
  }
}

function search(handler: unknown, stack: Stack, seen: Set<Stack>): Stack | undefined {
  if (seen.has(stack)) return undefined;
  seen.add(stack);
  if (stack.some((layer) => layer.handle === handler)) return stack;
  for (const { handle } of stack) {
    const found = search(handler, findStack(handle), seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One for a path of its own may have other paths behind it. */
function isEarly(handler: unknown, stack: Stack): boolean {
  const at = stack.findIndex((layer) => layer.handle === handler);
  const isForAll = Boolean(stack[at]?.match('/faultless/looks/for/any/path'));
  return isForAll && stack.slice(at + 1).some(canFail);
}

function canFail({ handle, route }: Layer): boolean {
  return route !== undefined || (typeof handle === 'function' && handle.length < 4);
}
