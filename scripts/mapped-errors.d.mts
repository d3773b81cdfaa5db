export function renewDocument(
  text: string,
  mappers: readonly {
    readonly name: string;
    readonly libraries: string;
    readonly note?: string;
    readonly answers: Readonly<Record<string, object>>;
  }[],
  messages: Readonly<Record<string, string>>,
): string;
