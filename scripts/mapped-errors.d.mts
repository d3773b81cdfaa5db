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
    readonly tested: readonly { readonly name: string; readonly versions: readonly string[] }[];
  },
): string;
