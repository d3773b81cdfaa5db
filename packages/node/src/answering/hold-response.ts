import type { ServerResponse } from 'node:http';

/** What begins a response, or ends it. */
const SENDING = ['writeHead', 'flushHeaders', 'write', 'end'] as const;

/** What Node refuses of a response that has begun. */
const SETTING = ['setHeader', 'setHeaders', 'appendHeader', 'removeHeader', 'writeHead'] as const;

/** And of one that has ended. */
const WRITING = ['write', 'end'] as const;

type Method = (typeof SENDING | typeof SETTING | typeof WRITING)[number];

interface Hold {
  /** Whether somebody has tried to send it. */
  readonly tried: boolean;
  release(): void;
}

/** Keeps a response from being sent, by whoever has it, until it is released. */
export function holdResponse(response: ServerResponse): Hold {
  const hold = { tried: false, held: true, release };
  const restore = SENDING.map((name) =>
    replace(response, name, (original) => (...args) => {
      if (!hold.held) return original.apply(response, args);
      hold.tried = true;
      return name === 'write' || response;
    }),
  );
  function release(): void {
    hold.held = false;
    for (const one of restore) one();
  }
  return hold;
}

/**
 * Ignores what Node would refuse of a response that has left, for the sake of who does not know yet: it
 * would throw where nobody catches.
 */
export function ignoreLateCalls(response: ServerResponse): void {
  const ignore = (names: readonly Method[], isLate: () => boolean): void => {
    for (const name of names) {
      replace(response, name, (original) => (...args) => {
        return isLate() ? response : original.apply(response, args);
      });
    }
  };
  ignore(SETTING, () => response.headersSent);
  ignore(WRITING, () => response.writableEnded);
}

type Callable = (...args: unknown[]) => unknown;

/** @returns what puts the original back, unless somebody has wrapped the replacement */
function replace(
  response: ServerResponse,
  name: Method,
  wrap: (original: Callable) => Callable,
): () => void {
  const own = Object.getOwnPropertyDescriptor(response, name);
  const original: unknown = Reflect.get(response, name);
  // Older Nodes, and node:http2, have not all of them.
  if (typeof original !== 'function') return () => undefined;
  const replacement = wrap(original as Callable);
  Object.defineProperty(response, name, {
    value: replacement,
    configurable: true,
    enumerable: own?.enumerable ?? false,
    writable: true,
  });
  return () => {
    if (Reflect.get(response, name) !== replacement) return;
    if (own === undefined) Reflect.deleteProperty(response, name);
    else Object.defineProperty(response, name, own);
  };
}
