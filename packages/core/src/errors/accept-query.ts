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
    const key = name.toLowerCase();
    const value = token ?? quoted?.replace(/\\(.)/g, '$1') ?? '';
    if (!KEY.test(key) || !PRINTABLE.test(value)) refuse(range);
    item += `;${key}=${token !== undefined && isToken(token) ? token : formatString(value)}`;
  }
  return item;
}

const NAME = '[a-z*][a-z\\d_\\-.*]*';
const STRING_OR_TOKEN = '(?:"(?:[ !#-[\\]-~]|\\\\["\\\\])*"|[A-Za-z*][\\w!#$%&\'*+\\-.^`|~:/]*)';
const PARAMETERS = `(?:; *${NAME}(?:=(?:${STRING_OR_TOKEN}|-?\\d{1,12}(?:\\.\\d{1,3})?|\\?[01]))?)*`;
const ITEM = STRING_OR_TOKEN + PARAMETERS;

/** A list of strings and tokens with parameters, RFC 9651 §3.1: what `formatAcceptQuery` writes. */
export const ACCEPT_QUERY = new RegExp(`^${ITEM}(?:[\\t ]*,[\\t ]*${ITEM})*$`);

/** key = ( lcalpha / "*" ) *( lcalpha / DIGIT / "_" / "-" / "." / "*" ), RFC 9651 §3.1.2 */
const KEY = new RegExp(`^${NAME}$`);

/** What a String may hold, RFC 9651 §3.3.3 */
const PRINTABLE = /^[ -~]*$/;

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
