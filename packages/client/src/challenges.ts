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

/** A parameter, or a scheme with or without a token68; else all up to the next comma. */
const MEMBER =
  /[ \t,]*(?:([\w!#$%&'*+\-.^`|~]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[\w!#$%&'*+\-.^`|~]+)(?=[ \t]*(?:,|$))|([\w!#$%&'*+\-.^`|~]+)(?=[ \t]+[^ \t=]|[ \t]*(?:,|$))(?:[ \t]+([\w\-.~+/]+=*)(?=[ \t]*(?:,|$)))?|[^,]+)/gsy;

/** More characters than any server has a use for. */
const MAX_LENGTH = 16_384;

/**
 * Reads the list, and passes over what is no part of one. Core's `parseChallenges` says where a list is wrong
 * too, and would be a third of this package; a test compares the two.
 */
export function readChallenges(text: string): Challenge[] {
  const challenges: { scheme: string; token68?: string; params: Record<string, string> }[] = [];
  const members = text.slice(0, MAX_LENGTH);
  for (const [, name, value = '', scheme, token68] of members.matchAll(MEMBER)) {
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
