import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { linkToRepository } from '../scripts/build/link-to-repository.mjs';
import { listStages } from './list-stages.mjs';

/** Puts the documents where the generator reads pages. Other links lead to the repository. */
export function stagePages(folder) {
  for (const name of ['benchmarks', 'pictures']) {
    cpSync(`docs/${name}`, `${folder}/${name}`, { recursive: true });
  }
  const pictures = readdirSync('docs/pictures').map((name) => `pictures/${name}`);
  const names = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const beside = new Set([...names, ...pictures, 'benchmarks/chart.svg']);
  for (const name of names) {
    const text = readFileSync(`docs/${name}`, 'utf8');
    const page = linkToRepository(text, beside).replaceAll('](README.md', '](index.md');
    const target = name === 'README.md' ? 'index.md' : name;
    writeFileSync(`${folder}/${target}`, name === 'which-status.md' ? listStages(page) : page);
  }
}
