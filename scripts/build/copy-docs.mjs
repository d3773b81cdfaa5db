import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { REPOSITORY } from './packages.mjs';

/** Of no use beside a server. */
const OF_THE_CLIENT = 'client.md';

const RELATIVE_LINK = /\]\((?!https:|#)([^)#]+)/g;

/** What is written from the mappers is larger than all the rest: a package has a link to it. */
const TABLES = /^<!-- from [^\n]*: npm run docs:mapped -->$[\s\S]*?^<!-- end of [^\n]* -->$/gm;
const LINK_TO_TABLES = /\]\((#mapper-[\w-]+)\)/g;

/** Gives a package the documents. Links to what stays behind lead to the repository. */
export function copyDocs(folder) {
  const copies = `${folder}/docs`;
  rmSync(copies, { recursive: true, force: true });
  mkdirSync(`${copies}/benchmarks`, { recursive: true });
  cpSync('docs/benchmarks/chart.svg', `${copies}/benchmarks/chart.svg`);
  const names = readdirSync('docs').filter(
    (name) => name.endsWith('.md') && name !== OF_THE_CLIENT,
  );
  const copied = new Set([...names, 'benchmarks/chart.svg']);
  for (const name of names) {
    const text = readFileSync(`docs/${name}`, 'utf8');
    const linked = text.replace(RELATIVE_LINK, (link, target) =>
      copied.has(target) ? link : `](${REPOSITORY}/blob/main/${posix.join('docs', target)}`,
    );
    const page = `${REPOSITORY}/blob/main/docs/${name}`;
    const short = linked
      .replace(TABLES, `This part is [in the repository](${page}).`)
      .replace(LINK_TO_TABLES, `](${page}$1)`);
    writeFileSync(`${copies}/${name}`, short);
  }
}
