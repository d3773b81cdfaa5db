import { describeValue } from '../values/describe-value.js';
import { TCHAR } from '../values/token.js';

/**
 * Writes media ranges as Accept-Query has them: a structured list of tokens or strings, with the
 * parameters of the ranges as theirs.
 *
 *     Accept-Query: application/sql;charset="UTF-8", "3gpp/*"
 *
 * @throws {TypeError} when one is no media range, or has a parameter that no structured field can say
 * @see RFC 10008 §3, RFC 9651 §3.1
 */
export function formatAcceptQuery(ranges: readonly string[]): string {
  return ranges.map(formatRange).join(', ');
}

/**
 *     media-range = ( "*\/*" / ( type "/" "*" ) / ( type "/" subtype ) ) parameters
 *     parameters  = *( OWS ";" OWS [ parameter-name "=" ( token / quoted-string ) ] )
 *
 * @see RFC 9110 §12.5.1, §5.6.6
 */
const RANGE = new RegExp(`^(?:\\*/\\*|(?!\\*)${TCHAR}+/${TCHAR}+)`);
const PARAMETER = new RegExp(
  `[\\t ]*;[\\t ]*(?:(${TCHAR}+)=(?:(${TCHAR}+)|"((?:[^"\\\\]|\\\\.)*)"))?`,
  'y',
);

function formatRange(range: string): string {
  const [media] = RANGE.exec(range) ?? refuse(range);
  let item = isToken(media) ? media : formatString(media);
  PARAMETER.lastIndex = media.length;
  while (PARAMETER.lastIndex < range.length) {
    const [, name, token, quoted] = PARAMETER.exec(range) ?? refuse(range);
    if (name === undefined) continue;
    const value = token ?? quoted?.replace(/\\(.)/g, '$1') ?? '';
    item += `;${name.toLowerCase()}=${token !== undefined && isToken(token) ? token : formatString(value)}`;
  }
  return isAcceptQuery(item) ? item : refuse(range);
}

/** key = ( lcalpha / "*" ) *( lcalpha / DIGIT / "_" / "-" / "." / "*" ), RFC 9651 §3.1.2 */
const KEY = '[a-z*][a-z\\d_\\-.*]*';
const VALUE = `(?:"(?:[ !#-[\\]-~]|\\\\["\\\\])*"|[A-Za-z*](?:${TCHAR}|[:/])*)`;
const ITEM = `${VALUE}(?:; *${KEY}(?:=(?:${VALUE}|[-?\\d.]+))?)*`;
const LIST = new RegExp(`^${ITEM}(?:\\s*,\\s*${ITEM})*$`);

/** A list of strings and tokens with parameters, RFC 9651 §3.1, as `formatAcceptQuery` writes it. */
export function isAcceptQuery(text: string): boolean {
  return LIST.test(text);
}

/** sf-token = ( ALPHA / "*" ) *( tchar / ":" / "/" ), RFC 9651 §3.3.4; a media range has no others. */
function isToken(text: string): boolean {
  return /^[A-Za-z*]/.test(text);
}

function formatString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function refuse(range: string): never {
  throw new TypeError(
    `acceptQuery must name media ranges, such as application/sql, with parameters that a structured field can say, not ${describeValue(range)}`,
  );
}
