import type { Library } from './mapped-libraries.mjs';

export function renewDocument(
  text: string,
  known: {
    readonly mappers: readonly {
      readonly name: string;
      readonly libraries: string;
      readonly note?: string;
      readonly answers: Readonly<Record<string, object>>;
    }[];
    readonly messages: Readonly<Record<string, string>>;
    readonly libraries: readonly Library[];
  },
): string;
