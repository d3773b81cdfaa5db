import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';

// Whole programs are started.
jest.setTimeout(120_000);

const MAIN = 'packages/cli/dist/main.js';
const run = promisify(execFile);

describe('the command', () => {
  it.each([
    ['in a shell', {}],
    ['in a CI job', { CI: 'true' }],
    ['beneath a runner that asks for colour', { FORCE_COLOR: '1' }],
  ])('prints plain text into a pipe %s', async (_, env) => {
    const { stdout } = await run(process.execPath, [MAIN, 'explain', '404'], {
      env: { PATH: process.env.PATH, ...env },
    });
    expect(stdout).toContain('iana:404 Not Found');
    expect(stdout).not.toContain('\u001b');
  });

  it('exits with 1 when nothing is found and 2 on wrong usage', () => {
    expect(spawnSync(process.execPath, [MAIN, 'explain', '4041']).status).toBe(1);
    expect(spawnSync(process.execPath, [MAIN, '--nonsense']).status).toBe(2);
  });

  it('uses colour on a terminal, and not with NO_COLOR', async () => {
    const onTerminal = async (env: Record<string, string>): Promise<string> => {
      const command = `${process.execPath} ${MAIN} explain 404`;
      const { stdout } = await run('script', ['-qec', command, '/dev/null'], {
        env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
      });
      return stdout;
    };
    expect(await onTerminal({})).toContain('\u001b[');
    expect(await onTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[');
  });

  it('asks which status is right, of a pipe', () => {
    const { stdout, status } = spawnSync(process.execPath, [MAIN, 'which'], {
      input: '\n\n3\n',
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain("Throw: throw new Unauthorized('orders')");
  });

  it('ends when a person has answered, though the terminal stays open', async () => {
    const command = spawn(process.execPath, [MAIN, 'which'], { timeout: 30_000 });
    command.stdin.write('2\n');
    const [code] = (await once(command, 'exit')) as [number];
    expect(code).toBe(0);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { stderr } = await run('bash', ['-c', `${process.execPath} ${MAIN} list iis | head -1`]);
    expect(stderr).toBe('');
  });
});
