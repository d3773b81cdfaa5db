import { cutText } from './cut-text.js';
import { isSecretName } from './secret-names.js';
import { redactText } from './secret-shapes.js';

/** What is replaced in what is printed. */
export interface Secrets {
  /** A text of that length at most, without what has the form of a secret. */
  strip(text: string, length: number): string;
  /** Whether the value of a member of that name is never printed. */
  isName(name: string): boolean;
}

/** What is known as secret by its form or its name. */
export const KNOWN_SECRETS: Secrets = { strip: redactText, isName: isSecretName };

/** Nothing, where it has been replaced already. */
export const NO_SECRETS: Secrets = { strip: cutText, isName: () => false };
