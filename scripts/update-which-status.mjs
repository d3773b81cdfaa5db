import { readFileSync, writeFileSync } from 'node:fs';
import { importSource } from './import-source.mjs';
import { drawDiagram, writeStages } from './which-status.mjs';

const { STAGES } = await importSource('packages/cli/src/which/stages.ts');
const { describeCase } = await importSource('packages/cli/src/which/describe-case.ts');

const DOCUMENT = 'docs/which-status.md';
writeFileSync(DOCUMENT, writeStages(readFileSync(DOCUMENT, 'utf8'), STAGES, describeCase));
writeFileSync('docs/pictures/which-status.svg', drawDiagram(STAGES));
