import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { addressOf, linkToRepository } from './link-to-repository.mjs';

/** What nobody looks up beside the code: the pages of the client and the developer, evidence, the page of the command, and what is read once. */
const STAYING =
  /^(?:client|developers-page|matchers|migration|openapi|performance|problem-types|problems|recipes-[a-z]+|report|report-[a-z]+|start|tested|tested-[a-z]+|which-status|your-views)\.md$/;

/** What is written from the mappers is larger than all the rest: a package has a link to it. */
const TABLES = /^<!-- from [^\n]*: npm run docs:mapped -->$[\s\S]*?^<!-- end of [^\n]* -->$/gm;
const LINK_TO_TABLES = /\]\((#mapper-[\w-]+)\)/g;

/** Gives a package the documents. Links to what stays behind lead to the repository. */
export function copyDocs(folder) {
  const copies = `${folder}/docs`;
  rmSync(copies, { recursive: true, force: true });
  mkdirSync(copies);
  const names = readdirSync('docs').filter((name) => name.endsWith('.md') && !STAYING.test(name));
  const copied = new Set(names);
  for (const name of names) {
    const text = readFileSync(`docs/${name}`, 'utf8');
    const page = addressOf(`docs/${name}`);
    const short = linkToRepository(text, copied)
      .replace(TABLES, `This part is [in the repository](${page}).`)
      .replace(LINK_TO_TABLES, `](${page}$1)`);
    writeFileSync(`${copies}/${name}`, short);
  }
}
