import type { Layer } from './find-stack.js';

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
