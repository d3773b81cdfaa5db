import { NODE_HTTP } from '@faultless/node/adapter';
import { findCandidates } from './candidate-layers.js';
import { findStack, type Layer, type Stack } from './find-stack.js';
import { matchLayer, stripPrefix } from './match-layer.js';

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

type Found = Pick<AllowedMethods, 'answersOptions' | 'reached'>;

/** Asks the routes of an app or a router, in the order of a request, which methods they have for a path. */
export function findAllowedMethods(
  routes: object | undefined,
  path: string,
  place: Place,
): AllowedMethods {
  const methods = new Set<string>();
  let any = false;
  const { answersOptions, reached } = search(findStack(routes), path);
  if (methods.has('GET')) methods.add('HEAD');
  return { methods: [...methods], any, answersOptions, reached };

  function search(stack: Stack, path: string): Found {
    let answersOptions = false;
    for (const layer of findCandidates(stack, path)) {
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
      any = name === '_all' || names.length >= NODE_HTTP.METHODS.length;
      if (any) continue;
      methods.add(name.toUpperCase());
    }
  }
}

/** Tells whether any route of an app or a router, whatever its path, takes a method. */
export function isMethodKnown(routes: object | undefined, method: string): boolean {
  const name = method.toLowerCase();
  const seen = new Set<Stack>();
  return search(findStack(routes));

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
