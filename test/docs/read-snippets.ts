import { readdirSync, readFileSync } from 'node:fs';

/** A TypeScript block of a Markdown document. */
export interface Snippet {
  /** The document and the line of the opening fence. */
  readonly place: string;
  /** The file to compile it as. */
  readonly file: string;
  readonly code: string;
}

/** Every `ts` block of the README and of docs/, in order. */
export function readSnippets(): Snippet[] {
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  return ['README.md', ...docs.map((name) => `docs/${name}`)].flatMap((document) => {
    const text = readFileSync(document, 'utf8');
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = '', index }) => {
      const line = text.slice(0, index).split('\n').length;
      const name = document.replaceAll(/[^\w]/g, '-');
      return { place: `${document}:${line}`, file: `test/docs/snippets/${name}-${line}.ts`, code };
    });
  });
}
