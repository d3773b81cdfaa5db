import { METHODS } from 'node:http';

/** As much of an Express app as is looked at: `_router` is Express 4's, `router` is Express 5's. */
export interface Application {
  readonly parent?: Application;
  readonly lazyrouter?: unknown;
  readonly _router?: unknown;
  readonly router?: unknown;
}

/** Where in the app a middleware was reached: itself, and the path that was left there. */
interface Place {
  readonly middleware: unknown;
  readonly rest: string;
}

/** What the routes of an app have to offer for a path. */
export interface AllowedMethods {
  /** The methods that routes name, in their order; HEAD wherever GET is. */
  readonly methods: readonly string[];
  /** The last of those routes takes any method: `route.all`, or `app.all`, which names every one. */
  readonly any: boolean;
  /** Express itself will answer OPTIONS, if everybody hands it on. */
  readonly answersOptions: boolean;
  /** The place was come by; routes behind it are not counted, since no request gets there. */
  readonly reached: boolean;
}

/** A step of a router: a route, or a middleware with all that is behind it. */
export interface Layer {
  readonly handle?: unknown;
  /** What the last match took; Express 4 and early Express 5 keep it here, later ones return it. */
  readonly path?: unknown;
  readonly route?: { readonly methods?: Readonly<Record<string, unknown>> };
  match(path: string): unknown;
}

export type Stack = readonly Layer[];

type Found = Pick<AllowedMethods, 'answersOptions' | 'reached'>;

/** Asks the routes of an app, in the order of a request, which methods they have for a path. */
export function findAllowedMethods(
  app: Application | undefined,
  path: string,
  place: Place,
): AllowedMethods {
  const methods = new Set<string>();
  let any = false;
  const { answersOptions, reached } = search(findStack(app), path);
  if (methods.has('GET')) methods.add('HEAD');
  return { methods: [...methods], any, answersOptions, reached };

  function search(stack: Stack, path: string): Found {
    let answersOptions = false;
    for (const layer of stack) {
      const matched = matchLayer(layer, path);
      if (matched === undefined) continue;
      if (layer.route !== undefined) {
        const names = Object.keys(layer.route.methods ?? {});
        note(names);
        // Express collects only from routes that leave OPTIONS to it.
        answersOptions ||= names.length > 0 && !names.some(takesOptions);
        continue;
      }
      const rest = stripPrefix(path, matched);
      if (rest === undefined) continue;
      const isPlace = layer.handle === place.middleware && rest === place.rest;
      if (isPlace) return { answersOptions, reached: true };
      const below = search(findStack(layer.handle), rest);
      // A router that was passed by has had its chance to answer OPTIONS.
      if (below.reached)
        return { ...below, answersOptions: answersOptions || below.answersOptions };
    }
    return { answersOptions, reached: false };
  }

  function note(names: readonly string[]): void {
    for (const name of names) {
      any = name === '_all' || names.length >= METHODS.length;
      if (any) continue;
      methods.add(name.toUpperCase());
    }
  }
}

/** Tells whether any route of an app, whatever its path, takes a method. */
export function isMethodKnown(app: Application | undefined, method: string): boolean {
  const name = method.toLowerCase();
  const seen = new Set<Stack>();
  return search(findStack(app));

  function search(stack: Stack): boolean {
    if (seen.has(stack)) return false;
    seen.add(stack);
    return stack.some((layer: Partial<Layer> | null) => {
      const methods = layer?.route?.methods ?? {};
      if (Object.hasOwn(methods, name) || Object.hasOwn(methods, '_all')) return true;
      return search(findStack(layer?.handle));
    });
  }
}

function takesOptions(name: string): boolean {
  return name === 'options' || name === '_all';
}

/**
 * The beginning of the path that a layer takes. What old routers note on the layer while matching
 * needs no restoring: they read it in the same breath, never later.
 */
export function matchLayer(layer: Layer, path: string): string | undefined {
  try {
    const match = layer.match(path);
    const matched = match === true ? layer.path : (match as { path?: unknown } | null)?.path;
    return typeof matched === 'string' ? matched : undefined;
  } catch {
    // A parameter's percent-encoding is broken, or it is no layer of Express's.
    return undefined;
  }
}

/** The path as whatever is mounted there sees it; undefined when the prefix ends within a segment. */
export function stripPrefix(path: string, prefix: string): string | undefined {
  if (prefix === '') return path;
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  if (rest === '') return '/';
  return rest.startsWith('/') ? rest : undefined;
}

/** The layers behind a middleware: those of a router or an app, none of any other function. */
export function findStack(handle: unknown): Stack {
  if (handle === null || (typeof handle !== 'function' && typeof handle !== 'object')) return [];
  const { stack } = handle as { stack?: unknown };
  if (Array.isArray(stack)) return stack as Stack;
  if (isApplication(handle)) return findStack(findRouter(handle));
  return isMount(handle) ? findStack(findMountedApp(handle)) : [];
}

function isApplication(handle: object): handle is Application {
  return 'set' in handle && 'handle' in handle && 'mountpath' in handle;
}

/** Express 4's `router` throws; its `_router` is not there before the first route. */
function findRouter(app: Application): unknown {
  return 'lazyrouter' in app ? app._router : app.router;
}

type Mount = (request: object, response: object, next: () => void) => void;

const MOUNTED_APPS = new WeakMap<Mount, Application>();

/** `app.use(path, otherApp)` puts a function of Express's around the other app. */
function isMount(handle: object): handle is Mount {
  return typeof handle === 'function' && handle.name === 'mounted_app';
}

/**
 * Nothing leads from that function to the app inside, but the first thing it does to a request is to
 * give it the app's prototype. So it gets a probe, which notes the prototype and has no path from
 * then on: a router ends such a request at once, before any middleware of the app's.
 */
function findMountedApp(mount: Mount): Application | undefined {
  const known = MOUNTED_APPS.get(mount);
  if (known !== undefined) return known;
  let app: Application | undefined;
  const ownPrototypes = { request: Object.prototype, response: Object.prototype };
  const probe = { app: ownPrototypes, method: 'GET', url: '/' as string | undefined, query: {} };
  const request = new Proxy(probe, {
    setPrototypeOf(target, prototype: { app?: Application }) {
      app ??= prototype.app;
      target.url = undefined;
      return true;
    },
  });
  try {
    mount(request, { setHeader() {}, locals: {} }, () => {});
  } catch {
    return undefined;
  }
  if (app !== undefined) MOUNTED_APPS.set(mount, app);
  return app;
}
