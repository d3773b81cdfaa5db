import {
  type Application,
  findOutermost,
  findStack,
  type Layer,
  type Stack,
} from './find-stack.js';
import { matchLayer, stripPrefix } from './match-layer.js';

/** What a route adds to a request, as far as it is looked at. */
interface RoutedRequest {
  readonly route?: { readonly path?: unknown };
  /** What the routers around it have added, and the app if there is one. */
  readonly baseUrl: string;
  readonly originalUrl: string;
  readonly app?: Application;
}

/** A layer that has just matched: `rawPath` is what it was mounted at, where the router keeps it. */
interface MatchedLayer extends Layer {
  readonly rawPath?: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Routes that stand below no router but their app's, looked for once: an app may have a thousand. */
const OWN = new WeakMap<object, readonly [app: Application | undefined, pattern: string]>();

/**
 * The pattern of the route that took a request, below those of the routers around it; undefined
 * where no route took it. What an error handler sees of the routers is gone by then, so the way to
 * the route is looked for again.
 */
export function findRoute(request: object): string | undefined {
  try {
    const { route } = request as RoutedRequest;
    if (route === undefined) return undefined;
    // An app gives its requests a prototype, which V8 knows; each request has a shape that it has never seen.
    const { app } = Object.getPrototypeOf(request) as Partial<RoutedRequest>;
    const outermost = findOutermost(app);
    const known = OWN.get(route);
    if (known !== undefined && known[0] === outermost) return known[1];
    const { baseUrl, originalUrl } = request as RoutedRequest;
    const stack = findStack(outermost);
    const pattern = [route.path].flat().join(', ');
    if (!isIn(stack, route)) {
      return (findMount(stack, route, originalUrl.replace(/\?.*/s, '')) ?? baseUrl) + pattern;
    }
    OWN.set(route, [outermost, pattern]);
    return pattern;
  } catch {
    // Others may have put something else in the place of any of these.
    return undefined;
  }
}

function findMount(stack: Stack, route: object, path: string): string | undefined {
  for (const layer of stack) {
    const behind = findStack(layer.handle);
    if (behind.length === 0) continue;
    const matched = matchLayer(layer, path);
    if (matched === undefined) continue;
    const rest = stripPrefix(path, matched);
    if (rest === undefined) continue;
    const below = isIn(behind, route) ? '' : findMount(behind, route, rest);
    if (below !== undefined) return nameParams(layer, matched) + below;
  }
  return undefined;
}

function isIn(stack: Stack, route: object): boolean {
  for (const layer of stack) if (layer.route === route) return true;
  return false;
}

/** Older routers keep only the names of parameters, so these take the place of their values. */
function nameParams({ rawPath, params = {} }: MatchedLayer, matched: string): string {
  if (typeof rawPath === 'string') return rawPath.replace(/\/$/, '');
  const names = new Map(Object.entries(params).map(([name, value]) => [value, name]));
  return matched
    .split('/')
    .map((segment) => {
      const name = names.get(decode(segment));
      return name === undefined ? segment : `:${name}`;
    })
    .join('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
