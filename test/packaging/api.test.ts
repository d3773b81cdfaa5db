import { readFileSync } from 'node:fs';
import { describeApi, listEntries } from '../../scripts/public-api.mjs';

describe('public API (changed on purpose? npm run api:update, and add a changeset)', () => {
  it.each(listEntries())('of $entry is as promised', ({ types, snapshot }) => {
    expect(describeApi(types)).toBe(readFileSync(snapshot, 'utf8'));
  });
});
