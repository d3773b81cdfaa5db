import { mkdirSync, rmSync } from 'node:fs';
import { build } from 'vitepress';
import { stagePages } from './stage-pages.mjs';
import { writeStatusPages } from './status-pages.mjs';
import { writeReference } from './write-reference.mjs';

const PAGES = 'docs-site/pages';

rmSync(PAGES, { recursive: true, force: true });
mkdirSync(PAGES, { recursive: true });
stagePages(PAGES);
writeStatusPages(`${PAGES}/status`);
await writeReference(`${PAGES}/reference`);
await build('docs-site');
