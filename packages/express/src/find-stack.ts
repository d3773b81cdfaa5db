/** As much of an Express app as is looked at: `_router` is Express 4's, `router` is Express 5's. */
export interface Application {
  readonly parent?: Application;
  readonly lazyrouter?: unknown;
  readonly _router?: unknown;
  readonly router?: unknown;
}

/** A step of a router: a route, or a middleware with all that is behind it. */
export interface Layer {
  readonly handle?: unknown;
  /** What the last match took; Express 4 and early Express 5 keep it here, later ones return it. */
  readonly path?: unknown;
  readonly route?: {
    readonly path?: unknown;
    readonly methods?: Readonly<Record<string, unknown>>;
  };
  match(path: string): unknown;
}

export type Stack = readonly Layer[];

/** The layers behind a middleware: those of a router or an app, none of any other function. */
export function findStack(handle: unknown): Stack {
  if (typeof handle !== 'function') return [];
  const { stack } = handle as { stack?: unknown };
  if (Array.isArray(stack)) return stack as Stack;
  // Express 4's `router` throws; its `_router` is not there before the first route.
  if (isApplication(handle))
    return findStack('lazyrouter' in handle ? handle._router : handle.router);
  return isMount(handle) ? findStack(findMountedApp(handle)) : [];
}

/** True for what routes can be looked up in: a router, or an app. */
export function isRouter(handle: unknown): boolean {
  if (typeof handle !== 'function') return false;
  return Array.isArray((handle as { stack?: unknown }).stack) || isApplication(handle);
}

/** The app that no other one is mounted around, as far as Express notes it. */
export function findOutermost(app: Application | undefined): Application | undefined {
  return app?.parent === undefined ? app : findOutermost(app.parent);
}

function isApplication(handle: object): handle is Application {
  return 'set' in handle && 'handle' in handle && 'mountpath' in handle;
}

type Mount = (request: object, response: object, next: () => void) => void;

const MOUNTED_APPS = new WeakMap<Mount, Application>();

/** `app.use(path, otherApp)` puts a function of Express's around the other app. */
function isMount(handle: { readonly name: string }): handle is Mount {
  return handle.name === 'mounted_app';
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
    mount(request, { setHeader() {} }, () => {});
  } catch {
    return undefined;
  }
  if (app !== undefined) MOUNTED_APPS.set(mount, app);
  return app;
}
