import { cutText, isSecretName, REDACTED, redactText } from '@faultless/core/adapter';

/** What is replaced beside what is known as secret. Case makes no difference. */
export interface Redaction {
  /**
   * More to replace. A name, such as `iban`, counts for members of that name wherever they are in `fields`: of the
   * error, of its causes, of the errors that it gathers and of notices. A path begins at the record:
   * `error.fields.customer.*`, `error.cause.message`, `notices.*.message`, `path`. A `*` stands for one name or index.
   */
  readonly paths?: readonly string[] | undefined;
  /** What stays though it looks like a secret, in the same form: texts of it are left whole. */
  readonly allow?: readonly string[] | undefined;
}

/** What is to become of a member: by the rules of the user, or by its name. */
type Verdict = 'redact' | 'allow' | 'secret' | 'keep';

export interface Redactor {
  /** A text without what looks like a secret, and without what a terminal would obey; cut if it is longer. */
  text(value: string, length: number): string;
  /** The same of a member of the record, by the rules of the user too. */
  textAt(path: string, value: string, length: number): string;
  judge(name: string, path: string): Verdict;
}

/** @throws {TypeError} for a path that leads nowhere in a record */
export function createRedactor({ paths = [], allow = [] }: Redaction = {}): Redactor {
  const isAdded = compilePaths('paths', paths);
  const isAllowed = compilePaths('allow', allow);
  const judge = (name: string, path: string): Verdict => {
    if (isAdded(name, path)) return 'redact';
    if (isAllowed(name, path)) return 'allow';
    return isSecretName(name) ? 'secret' : 'keep';
  };
  const text = (value: string, length: number): string => escapeControls(redactText(value, length));
  return {
    text,
    textAt: (path, value, length) => {
      const verdict = judge(path.slice(path.lastIndexOf('.') + 1), path);
      if (verdict === 'redact') return REDACTED;
      return verdict === 'allow' ? escapeControls(cutText(value, length)) : text(value, length);
    },
    judge,
  };
}

/** Where texts and fields are in a record. */
const PLACE =
  /^(?:method|path|route|instance|code|requestId|notices\.[^.]+\.message|(?:error|notices\.[^.]+\.cause)(?:\.cause|\.errors\.[^.]+|\.\*)*\.(?:type|message|stack|code|fields(?:\.[^.]+)+))$/i;

function compilePaths(
  option: string,
  paths: readonly string[],
): (name: string, path: string) => boolean {
  const wrong = paths.find((path) => path === '*' || (path.includes('.') && !PLACE.test(path)));
  if (wrong !== undefined) {
    throw new TypeError(
      `reportTo: option redact.${option} must have names, or paths such as error.fields.iban, ` +
        `error.cause.message or notices.*.message, not ${JSON.stringify(wrong)}`,
    );
  }
  const lower = paths.map((path) => path.toLowerCase());
  const names = new Set(lower);
  const patterns = lower.map((path) => path.split('.'));
  return (name, path) => {
    if (patterns.length === 0) return false;
    if (names.has(name.toLowerCase())) return true;
    const parts = path.toLowerCase().split('.');
    return patterns.some(
      (pattern) =>
        pattern.length === parts.length &&
        pattern.every((part, at) => part === '*' || part === parts[at]),
    );
  };
}

const CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Line breaks and tabs stay: stacks have them. */
function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
