import { readProperty } from './read-property.js';

/**
 * The headers that an error of another's making brings. A cookie in it is another's cookie; framing
 * and representation fields are left out where every error's headers are gathered.
 */
export function foreignHeaders(headers: unknown): Record<string, string> | undefined {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return undefined;
  const kept: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = readProperty(headers, name);
    if (name.toLowerCase() !== 'set-cookie') kept[name] = value as string;
  }
  return kept;
}
