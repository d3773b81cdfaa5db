/**
 * One challenge of `WWW-Authenticate` or `Proxy-Authenticate`: how a server wants a client to say who it is.
 *
 * @see RFC 9110 §11.3
 */
export interface Challenge {
  /** As it came: compare without regard to case. */
  readonly scheme: string;
  readonly token68?: string;
  /** Names in lower case, values unquoted. */
  readonly params: Readonly<Record<string, string>>;
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const PARAM = `(${TOKEN})[ \\t]*=[ \\t]*("(?:[^"\\\\]|\\\\.)*"|${TOKEN})`;
const END = '(?=[ \\t]*(?:,|$))';

/** A parameter, or a scheme with or without a token68; else all up to the next comma. */
const MEMBER = new RegExp(
  `[ \\t,]*(?:${PARAM}${END}|(${TOKEN})(?=[ \\t]+[^ \\t=]|[ \\t]*(?:,|$))(?:[ \\t]+([A-Za-z0-9\\-._~+/]+=*)${END})?|[^,]+)`,
  'ys',
);

/** More characters than any server has a use for. */
const MAX_LENGTH = 16_384;

/** Reads the list, and passes over what is no part of one. */
export function readChallenges(text: string): Challenge[] {
  const challenges: { scheme: string; token68?: string; params: Record<string, string> }[] = [];
  const members = text.slice(0, MAX_LENGTH);
  MEMBER.lastIndex = 0;
  for (let found = MEMBER.exec(members); found !== null; found = MEMBER.exec(members)) {
    const [, name, value = '', scheme, token68] = found;
    if (scheme !== undefined) {
      challenges.push({
        scheme,
        ...(token68 !== undefined && { token68 }),
        params: Object.create(null) as Record<string, string>,
      });
    } else if (name !== undefined) {
      const params = challenges.at(-1)?.params;
      if (params !== undefined) params[name.toLowerCase()] ??= unquote(value);
    }
  }
  return challenges;
}

function unquote(value: string): string {
  const text = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value;
  if (!/[\x80-\xff]/.test(text)) return text;
  return new TextDecoder().decode(Uint8Array.from(text, (octet) => octet.charCodeAt(0)));
}
