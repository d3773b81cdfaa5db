import { readProperty } from '../values/read-property.js';

/** More fields than any error has. */
const MAX_FIELDS = 64;

/**
 * The headers that an error of another's making brings, a record or a `Headers`. A cookie in it is
 * another's cookie; framing and representation fields are left out where every error's headers are
 * gathered.
 */
export function foreignHeaders(headers: unknown): Record<string, string> | undefined {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return undefined;
  const kept: Record<string, string> = {};
  for (const [name, value] of listFields(headers)) {
    if (name.toLowerCase() !== 'set-cookie') kept[name] = value as string;
  }
  return kept;
}

function listFields(headers: object): [name: string, value: unknown][] {
  try {
    const fields = isHeaders(headers)
      ? [...headers.entries()]
      : Object.keys(headers).map((name): [string, unknown] => [name, readProperty(headers, name)]);
    return fields.slice(0, MAX_FIELDS);
  } catch {
    return [];
  }
}

/** The Fetch standard's, of whatever realm or polyfill. */
function isHeaders(value: object): value is Headers {
  return ['get', 'entries'].every((name) => typeof readProperty(value, name) === 'function');
}
