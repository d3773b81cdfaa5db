/** What a router's layer is, in Express 4 and in Express 5, as far as it is read here. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean | undefined>> } | undefined;
  /** A nested router has a stack of its own. */
  readonly handle: { readonly stack?: readonly Layer[] | undefined };
  /**
   * Matches the start of a path. Newer routers return what matched, older ones true, and note it in
   * `path`.
   */
  match(path: string): boolean | { readonly path: string };
  readonly path?: string | undefined;
}

/** An Express application; 4 keeps its router in `_router`, 5 in `router`. */
export interface RoutedApp {
  readonly _router?: { readonly stack?: readonly Layer[] } | undefined;
  readonly router?: { readonly stack?: readonly Layer[] } | undefined;
}

/** What the routes of an app know. */
export interface RoutedMethods {
  /** The methods of the routes whose path matches, in upper case. */
  readonly allowed: ReadonlySet<string>;
  /** Whether one of them takes any method. */
  readonly any: boolean;
}

/**
 * Finds the methods that an app's routes have for a path, nested routers included. A sub-app that is
 * mounted keeps its routes to itself: it needs a `notFound()` of its own.
 *
 * @see RFC 9110 §10.2.1
 */
export function findAllowedMethods(app: RoutedApp, path: string): RoutedMethods {
  const methods = new Set<string>();
  collect(findStack(app), path, methods);
  const any = methods.delete('_ALL');
  if (methods.has('GET')) methods.add('HEAD');
  return { allowed: methods, any };
}

/** Tells whether any route of the app, whatever its path, has a method. */
export function knowsMethod(app: RoutedApp, method: string): boolean {
  return someRoute(findStack(app), method);
}

/** In Express 4, reading `router` throws. */
function findStack(app: RoutedApp): readonly Layer[] {
  return (app._router ?? app.router)?.stack ?? [];
}

function collect(stack: readonly Layer[], path: string, methods: Set<string>): void {
  for (const layer of stack) {
    const nested = layer.handle.stack;
    if (layer.route === undefined && nested === undefined) continue;
    const matched = matchedPath(layer, path);
    if (matched === undefined) continue;
    if (layer.route !== undefined) {
      for (const [name, has] of Object.entries(layer.route.methods)) {
        if (has) methods.add(name.toUpperCase());
      }
    } else if (nested !== undefined) {
      const rest = path.slice(matched.length);
      collect(nested, rest.startsWith('/') ? rest : `/${rest}`, methods);
    }
  }
}

/** A path that can't be decoded matches nothing. */
function matchedPath(layer: Layer, path: string): string | undefined {
  try {
    const match = layer.match(path);
    if (typeof match === 'object') return match.path;
    return match ? (layer.path ?? '') : undefined;
  } catch {
    return undefined;
  }
}

function someRoute(stack: readonly Layer[], method: string): boolean {
  return stack.some(({ route, handle }) =>
    route === undefined
      ? someRoute(handle.stack ?? [], method)
      : route.methods._all === true || route.methods[method.toLowerCase()] === true,
  );
}
