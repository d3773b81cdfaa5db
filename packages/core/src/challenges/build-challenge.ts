import { ownMembers } from '../values/own-members.js';
import type { Challenge } from './challenge.js';
import {
  buildQuotedString,
  checkGrammar,
  checkText,
  findSchemeRule,
  type SchemeRule,
  TOKEN,
  TOKEN68,
} from './grammar.js';

/**
 * Writes a challenge as one `WWW-Authenticate` or `Proxy-Authenticate` field value, in octets: what
 * is not ASCII is written as UTF-8.
 *
 * @throws {TypeError} when the grammar, or the scheme's own, forbids it; names the parameter
 * @see RFC 9110 §11.6.1
 */
export function buildChallenge(challenge: Challenge): string {
  const { scheme, params, token68 } = ownMembers(challenge);
  const rule = findSchemeRule(checkGrammar('scheme', scheme, TOKEN));
  const entries = Object.entries(params);
  if (token68 !== undefined) {
    if (entries.length > 0) throw new TypeError(`${scheme} has parameters or a token68, not both`);
    checkRequired(scheme, rule, new Set());
    return `${scheme} ${checkGrammar('token68', token68, TOKEN68)}`;
  }
  const seen = new Set<string>();
  const list = entries.map(([name, value]) => {
    const key = checkGrammar('the name of a parameter', name, TOKEN).toLowerCase();
    if (seen.has(key)) throw new TypeError(`${scheme} has the parameter ${name} twice`);
    seen.add(key);
    return `${name}=${buildValue(key, value, rule)}`;
  });
  checkRequired(scheme, rule, seen);
  return list.length === 0 ? scheme : `${scheme} ${list.join(', ')}`;
}

function buildValue(name: string, value: unknown, { bare, grammars }: SchemeRule): string {
  if (bare.has(name)) return checkGrammar(name, value, TOKEN);
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined;
  const text = grammar === undefined ? checkText(name, value) : checkGrammar(name, value, grammar);
  return buildQuotedString(text);
}

function checkRequired(
  scheme: string,
  { required, needsParams }: SchemeRule,
  present: ReadonlySet<string>,
): void {
  const missing = required.find((name) => !present.has(name));
  if (missing !== undefined) throw new TypeError(`${scheme} needs the parameter ${missing}`);
  if (needsParams && present.size === 0) throw new TypeError(`${scheme} needs a parameter`);
}

/**
 * A challenge of any scheme: with parameters, or with a token68, or with neither.
 *
 *     challenge('Negotiate')
 *     challenge('vapid', { realm: 'push' })
 *
 * @throws {TypeError} when the grammar forbids it
 * @see RFC 9110 §11.3
 */
export function challenge(
  scheme: string,
  value: Readonly<Record<string, string>> | string = {},
): Challenge {
  const made: Challenge =
    typeof value === 'string' ? { scheme, params: {}, token68: value } : { scheme, params: value };
  buildChallenge(made);
  return made;
}
