import { execFileSync } from 'node:child_process';

it('publishes also after an earlier reporter was collected', () => {
  const program = ['--expose-gc', 'report/reloaded-program.mjs'];
  const printed = execFileSync(process.execPath, program, { cwd: 'test', encoding: 'utf8' });
  expect(printed).toBe('heard of what happened\n');
});
