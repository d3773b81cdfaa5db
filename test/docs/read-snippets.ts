import { readdirSync, readFileSync } from 'node:fs';

/** A TypeScript block of a Markdown document. */
export interface Snippet {
  /** The document and the line of the opening fence. */
  readonly place: string;
  /** The file to compile it as. */
  readonly file: string;
  readonly code: string;
}

/** The packages whose own README shows code. */
const PACKAGES = [
  'core',
  'express',
  'koa',
  'node',
  'client',
  'dev',
  'locale-ar',
  'problems',
  'report',
  'testing',
];

/** Every `ts` block of the README, of docs/, and of the READMEs of packages, in order. */
export function readSnippets(): Snippet[] {
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const documents = [
    'README.md',
    ...docs.map((name) => `docs/${name}`),
    ...PACKAGES.map((name) => `packages/${name}/README.md`),
  ];
  return documents.flatMap((document) => {
    const text = readFileSync(document, 'utf8');
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = '', index }) => {
      const line = text.slice(0, index).split('\n').length;
      const name = document.replaceAll(/[^\w]/g, '-');
      return { place: `${document}:${line}`, file: `test/docs/snippets/${name}-${line}.ts`, code };
    });
  });
}
