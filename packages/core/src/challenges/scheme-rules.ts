import { ERROR_DESCRIPTION, ERROR_TEXT, type Grammar, SCOPE, URI } from './challenge-grammar.js';
import type { Challenge } from './types.js';

/** What a scheme asks of its challenges beyond the grammar that all share. */
export interface SchemeRule {
  /** Parameters that must be there. */
  readonly required: readonly string[];
  /** It has parameters, one at least, and no token68. */
  readonly needsParams: boolean;
  /** Parameters that are never quoted, so that they are tokens; all others are quoted. */
  readonly bare: ReadonlySet<string>;
  /** What a value may hold, where the scheme allows less than a quoted-string does. */
  readonly grammars: Readonly<Record<string, Grammar>>;
}

/** Escaping doesn't help where the scheme forbids quotes and backslashes themselves (RFC 6750 §3). */
const OAUTH_GRAMMARS: SchemeRule['grammars'] = {
  error: ERROR_TEXT,
  error_description: ERROR_DESCRIPTION,
  error_uri: URI,
  scope: SCOPE,
  resource_metadata: URI,
};

const NONE: SchemeRule = { required: [], needsParams: false, bare: new Set(), grammars: {} };

const SCHEME_RULES: ReadonlyMap<string, SchemeRule> = new Map([
  /** RFC 7617 §2 */
  ['basic', { ...NONE, required: ['realm'] }],
  /** RFC 6750 §3 */
  ['bearer', { ...NONE, needsParams: true, grammars: OAUTH_GRAMMARS }],
  /** RFC 7616 §3.3; its example has the charset without quotes (§3.9.2) */
  [
    'digest',
    {
      ...NONE,
      required: ['realm', 'nonce'],
      bare: new Set(['stale', 'algorithm', 'charset', 'userhash']),
    },
  ],
  /** RFC 9449 §7.1 */
  ['dpop', { ...NONE, needsParams: true, grammars: { ...OAUTH_GRAMMARS, algs: SCOPE } }],
]);

/** Whether a challenge is one of a scheme, whatever the case of its name (RFC 9110 §11.1). */
export function isScheme({ scheme }: Challenge, name: 'bearer' | 'dpop'): boolean {
  return scheme.toLowerCase() === name;
}

/** Finds what a scheme asks for, whatever its case. */
export function findSchemeRule(scheme: string): SchemeRule {
  return SCHEME_RULES.get(scheme.toLowerCase()) ?? NONE;
}
