import { type ParsedResponse, valuesOf } from './parse-response.js';

/** One response as it came over the wire. */
export interface RawResponse extends ParsedResponse {
  /** The body as UTF-8 text. */
  readonly text: string;
  /** All values of a field, one for each line. */
  values(name: string): string[];
  /** The value of a field that came once or not at all; throws when it came more often. */
  value(name: string): string | undefined;
  /** The body as a JSON object. */
  json(): Record<string, unknown>;
}

/** A response with the ways to read it. */
export function dress(response: ParsedResponse): RawResponse {
  const text = response.body.toString('utf8');
  const values = (name: string): string[] => valuesOf(response.fields, name);
  return {
    ...response,
    text,
    values,
    value: (name) => {
      const all = values(name);
      if (all.length > 1) throw new Error(`${name} came ${all.length} times`);
      return all[0];
    },
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}
