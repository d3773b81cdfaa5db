/** One member of Accept or Accept-Language, with its weight (RFC 9110 §12.4.2). */
export interface WeightedRange {
  /** What is asked for, in lower case: `text/*`, `zh-hans`. */
  readonly range: string;
  /** Up to 1; 0, or what is no number, is never. */
  readonly q: number;
  /** All others, in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A name, and a value, quoted or plain. A quote that does not end takes the rest with it, and has no value. */
const PARAMETER = ';([^;,=]*)(?:=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"[^;,]*|".*|([^;,]*)))?';

/** Anything is a member of some kind, so that reading takes no longer than the field is. */
const MEMBER = `([^;,]*)((?:${PARAMETER})*)(?:,|$)`;

/** Reads a list of weighted ranges. Malformed ones stay as they are, and match nothing. */
export function readRanges(field: string): readonly WeightedRange[] {
  return Array.from(
    field.toLowerCase().matchAll(new RegExp(MEMBER, 'gs')),
    ([, range = '', parameters = '']) => readMember(range.trim(), readParameters(parameters)),
  );
}

function readMember(range: string, parameters: Map<string, string>): WeightedRange {
  const q = Number.parseFloat(parameters.get('q') || '1');
  parameters.delete('q');
  return { range, q, parameters };
}

function readParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain] of text.matchAll(new RegExp(PARAMETER, 'gs'))) {
    const value = quoted?.replace(/\\(.)/gs, '$1') ?? plain?.trim();
    const key = name.trim();
    if (value !== undefined && !parameters.has(key)) parameters.set(key, value);
  }
  return parameters;
}
