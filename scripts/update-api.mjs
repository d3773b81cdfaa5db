import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeApi, listEntries } from './public-api.mjs';

for (const { types, snapshot } of listEntries()) {
  mkdirSync(dirname(snapshot), { recursive: true });
  writeFileSync(snapshot, describeApi(types));
}
