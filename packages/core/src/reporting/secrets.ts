import { isSecretName } from './secret-names.js';
import { redactShapes } from './secret-shapes.js';

/** What is replaced in what is printed. */
export interface Secrets {
  /** A text without what has the form of a secret. */
  strip(text: string): string;
  /** Whether the value of a member of that name is never printed. */
  isName(name: string): boolean;
}

/** What is known as secret by its form or its name. */
export const KNOWN_SECRETS: Secrets = { strip: redactShapes, isName: isSecretName };

/** Nothing, where it has been replaced already. */
export const NO_SECRETS: Secrets = { strip: (text) => text, isName: () => false };
