/** Parts of names of what lets somebody in. */
const CREDENTIAL =
  'authori[sz]ation|cookie|pass(?:w\\w{0,5}|phrase|code)|secret|token|credential|session|jwt|bearer|signature|' +
  '(?:api|access|account|private)_?key|connection_?string|' +
  '(?:^|_)(?:auth|pass|pwd|sid|t?otp|pin|mfa|[cx]srf|cv[cv]2?|ssn|sig)(?:_codes?)?$';

/** A key of something lets somebody in, but for those by which something is found. */
const KEY =
  '(?<=[a-z\\d]_)(?<!(?:^|_)(?:primary|foreign|unique|public|composite|parent|cache|partition|sort|hash|range|shard|' +
  'row|object|index|lookup|group|routing|message|idempotency|duplicate|missing|unknown|unrecognized)_)keys?$';

const CREDENTIALS = new RegExp(`${CREDENTIAL}|${KEY}`);

/** The same where nothing else is in the name behind it, as in that of an error. */
const ENDING = new RegExp(`(?:${CREDENTIAL}|${KEY})(?:s|_?(?:id|hash|value|\\d))?$`);

/** Those that prose has before a colon too. */
const WORD =
  /^(?:token|session|signature|jwt|bearer|credential|auth|pass|sid|t?otp|pin|mfa|[cx]srf|sig)s?$| /;

/** Names of what a request or a query carried, and of what a parser shows of it: a client's content. */
const CONTENT =
  /(?:^|_)(?:body|data|payload|params|parameters|bindings|values?|variables|args|input|query|query_string|user_agent|email|phone|ip|remote_address|raw_headers)$|^(?:content|form|search|received|actual|original|target|got|records?|raw|snippet|buffer)$/;

type Kind = 'credential' | 'content' | 'harmless';

/** Whether a member of that name is never told. */
export function isSecretName(name: string): boolean {
  return kindOf(name) !== 'harmless';
}

/** What the value of a name is. */
export function kindOf(name: string): Kind {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  const words = wordsOf(name);
  const content = CONTENT.test(words) ? 'content' : 'harmless';
  const kind = CREDENTIALS.test(words) ? 'credential' : content;
  if (kinds.size < MAX_NAMES) kinds.set(name, kind);
  return kind;
}

/** How sure it is that what follows a name and a colon is a credential, and no prose. */
export function isCertain(name: string): boolean | 'unsure' {
  if (WORD.test(name.toLowerCase())) return 'unsure';
  return ENDING.test(wordsOf(name));
}

function wordsOf(name: string): string {
  return name
    .slice(0, MAX_NAME)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-\s.]/g, '_')
    .toLowerCase();
}

/**
 * Whether what follows in a list is the value of what is never told: names and values in turn, as in `rawHeaders`
 * or an entry.
 *
 * @param at the index of the name
 */
export function isSecretField(name: string, at: number): boolean {
  if (/-|^(?:authorization|cookie)$/i.test(name)) return isSecretName(name);
  return at % 2 === 0 && kindOf(name) === 'credential';
}

const MAX_NAME = 128;
const MAX_NAMES = 1000;

/** Errors of a kind have the same names again and again. */
const kinds = new Map<string, Kind>();
