import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { describeApi, listEntries } from '../../scripts/public-api.mjs';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

describe('public API (changed on purpose? npm run api:update, and add a changeset)', () => {
  it.each(listEntries())('of $entry is as promised', ({ types, snapshot }) => {
    expect(describeApi(types)).toBe(readFileSync(snapshot, 'utf8'));
  });
});
