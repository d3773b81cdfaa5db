import { cutText, isSecretName, redactShapes } from '@faultless/core/adapter';

/** What is replaced beside what is known as secret. */
export interface Redaction {
  /**
   * More to replace: names of members at any depth, such as `iban`, or paths in the record, such as
   * `error.fields.customer.*`. A `*` stands for one name or index.
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
  judge(name: string, path: string): Verdict;
}

export function createRedactor({ paths = [], allow = [] }: Redaction = {}): Redactor {
  const isAdded = compilePaths(paths);
  const isAllowed = compilePaths(allow);
  return {
    text: (value, length) => escapeControls(redactShapes(cutText(value, length))),
    judge: (name, path) => {
      if (isAdded(name, path)) return 'redact';
      if (isAllowed(name, path)) return 'allow';
      return isSecretName(name) ? 'secret' : 'keep';
    },
  };
}

function compilePaths(paths: readonly string[]): (name: string, path: string) => boolean {
  const names = new Set(paths.filter((path) => !path.includes('.')));
  const patterns = paths.filter((path) => path.includes('.')).map((path) => path.split('.'));
  return (name, path) => {
    if (names.has(name)) return true;
    if (patterns.length === 0) return false;
    const parts = path.split('.');
    return patterns.some(
      (pattern) =>
        pattern.length === parts.length &&
        pattern.every((part, at) => part === '*' || part === parts[at]),
    );
  };
}

const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Line breaks and tabs stay: stacks have them. */
function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
