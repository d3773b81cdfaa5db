/** Parts of names of what lets somebody in. */
const CREDENTIAL =
  /authori[sz]ation|cookie|passw|passphrase|passcode|secret|token|api_?key|access_?key|private_?key|credential|session|jwt|bearer|signature|(?:^|[_-])(?:auth|pass|pwd|sid|otp|pin|cvv|cvc|ssn)$|connection_?string/;

/** Names of what a request or a query carried: a client's content. */
const CONTENT: ReadonlySet<string> = new Set(
  [
    ['body', 'raw_body', 'data', 'payload', 'content', 'form', 'form_data', 'raw_headers'],
    ['query', 'query_string', 'search', 'user_agent', 'email', 'phone', 'ip', 'remote_address'],
    ['params', 'parameters', 'bindings', 'values', 'args', 'key_value', 'variables'],
    ['value', 'input', 'received', 'actual', 'original', 'original_value', 'target', 'got'],
  ].flat(),
);

/** Whether a member of that name is never told. */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const words = name
    .slice(0, MAX_NAME)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-\s.]/g, '_')
    .toLowerCase();
  const isSecret = CREDENTIAL.test(words) || CONTENT.has(words);
  if (verdicts.size < MAX_NAMES) verdicts.set(name, isSecret);
  return isSecret;
}

/** Whether what follows in a list is the value of a header field that is never told. */
export function isSecretField(name: string): boolean {
  return /^(?:(?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token|user-agent)$/i.test(
    name,
  );
}

const MAX_NAME = 128;
const MAX_NAMES = 1000;

/** Errors of a kind have the same names again and again. */
const verdicts = new Map<string, boolean>();
