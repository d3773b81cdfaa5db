import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MAIN = fileURLToPath(new URL('./main.mjs', import.meta.url));
const PLANTED = 'test/mutation/planted/';

describe('npm run mutants', () => {
  it('tells what the tests of a planted function notice from what they do not', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      MAIN,
      PLANTED,
      '--tests',
      PLANTED,
      '--anew',
      '--workers',
      '1',
    ]);
    const left = stdout.match(/^- .+$/gm)?.map((line) => line.replace(PLANTED, ''));
    const lower = 'in `if (value < 2) return 2;`';
    expect(left).toEqual([
      '- survived: clamp.ts:3 `value > 10` → `value >= 10` in `if (value > 10) return 10;`',
      `- survived: clamp.ts:4 \`value < 2\` → \`false\` ${lower}`,
      `- survived: clamp.ts:4 \`value < 2\` → \`value <= 2\` ${lower}`,
      `- survived: clamp.ts:4 \`2\` → \`0\` ${lower}`,
      `- no coverage: clamp.ts:4 \`2\` → \`0\` ${lower}`,
      `- no coverage: clamp.ts:4 \`2\` → \`1e15\` ${lower}`,
    ]);
    expect(stdout).toContain('| 17 of 17 | 11 | 0 | 4 | 2 | 0 | 0 | 64.7 % |');
  });
});
