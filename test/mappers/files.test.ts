import { explainMapping } from '@faultless/core';
import { parse as parseCsv } from 'csv-parse/sync';
import sharp from 'sharp';
import { describeFamily } from './describe-family.js';
import { FILE_CASES } from './file-cases.js';
import { explain } from './raise.js';

describeFamily(FILE_CASES);

describe('a mistake of the program about a file', () => {
  it.each<[string, () => unknown]>([
    ['an option of sharp', () => sharp(Buffer.from('x')).resize(-3)],
    ['a file that is not there', () => sharp('/nowhere/at/all.png').toBuffer()],
    ['an option of csv-parse', () => parseCsv('a', { columns: 3 as never })],
  ])('stays a 500: %s', async (_, raise) => {
    expect((await explain(raise)).error.status).toBe(500);
  });

  it('is not mistaken for what was sent, by its words alone', () => {
    const thrown = new Error('Input buffer contains unsupported image format, or so it seems');
    expect(explainMapping(thrown).error.status).toBe(500);
  });
});
