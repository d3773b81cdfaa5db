import { endOfText, REDACTED, replaceBehind } from './named-values.js';

/** What stands before a value that is quoted, and what behind it; else it ends with the last such quote. */
type Quotation = readonly [hint: string, before: RegExp, behind?: RegExp];

/** What databases, parsers and validators say of the values that they refused. */
const QUOTATIONS: readonly Quotation[] = [
  // PostgreSQL in any language; expressions and lists of columns have brackets of their own.
  [')=(', /\)=\(/g, /\)(?= (?:already exists|is not present|is still ref|conflicts with))/],
  ['contains (', /\bFailing row contains \(/g],
  ['value is ', /\bvalue is (?:\(|\\{0,7}")/g],
  ['duplicate entry', /\bDuplicate entry '/g, /' for key/],
  ['dup key', /\bdup key: \{ ?/g],
  ['near ', /\bnear \\{0,7}["']/g, /\\{0,7}["'](?: at line|: syntax error)/],
  [
    ': ',
    /\b(?:invalid (?:input|byte|date|json|text|value)|malformed|incorrect|unrecognized token|out of range|truncated)\b[^:"'\n]{0,100}: \\{0,7}["']/gi,
    /["'] for column/,
  ],
  [
    'value ',
    /\bvalue \\{0,7}["'`]/g,
    /\\{0,7}["'`] (?:\(type|at path|is out of|to data type|fails)/,
  ],
  ['path `', /\bPath `[^`\n]{1,128}` \(`/g, /`\) (?:is|exceeds)/],
  ['received ', /\breceived (?:type string \()?\\{0,7}["'`]/gi, /\\{0,7}["'`]\)?(?:[\\"',.\n]|$)/],
  // V8, and the parsers that say more.
  [
    'valid json',
    /\bUnexpected token [\s\S]{1,14}, (?:\.{3})?\\{0,7}"/g,
    /\\{0,7}"(?:\.{3})? is not valid JSON/,
  ],
  ['unexpected identifier', /\bUnexpected identifier \\{0,7}"/g],
  ['while parsing', /\bwhile parsing (?:near )?\\{0,7}["']/g],
  ['to a bigint', /\bCannot convert (?!undefined|null)/g, / to a BigInt/],
  [' alias', /\b(?:Unresolved|unidentified) alias[^:"\n]{0,80}[:"] ?/g, /"| at line|$/],
  ['column ', /\bat line \d{1,9}, column \d{1,9}:(?:\n|\\{1,31}n)/g, /$/],
  [':', /\(\d{1,9}:\d{1,9}\)(?:\n|\\{1,31}n)/g, /$/],
  ['args beginning', /\bargs beginning with: /g, /$/],
  ['params: ', /(?:^|\\n)params: /gm, /$/],
];

const CLOSING: Readonly<Record<string, string | undefined>> = { '(': ')', '{': '}' };

/** Replaces values that are quoted by what refused them. */
export function redactQuoted(text: string, hints: string): string {
  let rest = text;
  for (const [hint, before, behind] of QUOTATIONS) {
    if (!hints.includes(hint)) continue;
    const given = rest;
    rest = replaceBehind(given, before, (start, [opening]) => {
      const value = given.slice(start, endOfText(given, start));
      const found = behind === undefined ? -1 : value.search(behind);
      const quote = opening.trimEnd().at(-1) ?? '';
      const last = found < 0 ? value.lastIndexOf(CLOSING[quote] ?? quote) : found;
      return start + (last < 0 ? value : value.slice(0, last).trimEnd()).length;
    });
  }
  return rest
    .replace(/`[^`]{0,500}`(?= is not a valid )/g, `\`${REDACTED}\``)
    .replace(
      /\b(closing tag|Unclosed tag|Tag|[Aa]ttribute) '[^'\n]{0,500}'(?= (?:is an |is rep|is with|has no |doesn't|can't|\(opened)|\.)/g,
      `$1 '${REDACTED}'`,
    );
}
