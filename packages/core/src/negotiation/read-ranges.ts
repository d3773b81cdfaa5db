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
  const text = field.toLowerCase();
  // Where nothing is quoted, commas and semicolons part: that takes a quarter of the time.
  return text.includes('"') ? readQuoted(text) : text.split(',').map(readPlain);
}

function readQuoted(text: string): WeightedRange[] {
  return Array.from(text.matchAll(new RegExp(MEMBER, 'gs')), ([, range = '', parameters = '']) =>
    readMember(range, readParameters(parameters)),
  );
}

function readPlain(member: string): WeightedRange {
  if (!member.includes(';')) return { range: member.trim(), q: 1, parameters: NO_PARAMETERS };
  const [range = '', ...parameters] = member.split(';');
  return readMember(range, parameters.map(splitParameter));
}

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** A name, and what is said of it, if anything is. */
type Parameter = readonly [name: string, value: string | undefined];

function splitParameter(text: string): Parameter {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1).trim()];
}

function readParameters(text: string): Parameter[] {
  return Array.from(
    text.matchAll(new RegExp(PARAMETER, 'gs')),
    ([, name = '', quoted, plain]): Parameter => [
      name,
      quoted?.replace(/\\(.)/gs, '$1') ?? plain?.trim(),
    ],
  );
}

/** The first parameter of a name counts. */
function readMember(range: string, given: readonly Parameter[]): WeightedRange {
  let weight: string | undefined;
  let parameters: Map<string, string> | undefined;
  for (const [name, value] of given) {
    if (value === undefined) continue;
    const key = name.trim();
    if (key === 'q') {
      weight ??= value;
    } else {
      parameters ??= new Map();
      if (!parameters.has(key)) parameters.set(key, value);
    }
  }
  const q = Number.parseFloat(weight || '1');
  return { range: range.trim(), q, parameters: parameters ?? NO_PARAMETERS };
}
