declare module 'hpack.js' {
  interface Decompressor {
    write(block: Buffer): void;
    execute(): void;
    read(): { readonly name: string; readonly value: string } | null;
  }
  export const decompressor: {
    create(options: { table: { size: number } }): Decompressor;
  };
}
