import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import ts from 'typescript';
import { installTool } from '../clients/install-tool.js';
import { runVitest } from '../harness/run-vitest.js';
import { until } from '../harness/until.js';
import { readServed } from './read-commands.js';
import { readSnippets } from './read-snippets.js';
import { type Running, runSnippet } from './run-snippet.js';

// Each snippet is compiled, and run in a process of its own.
jest.setTimeout(600_000);

const run = promisify(execFile);

const FOLDER = 'test/docs/snippets';
const snippets = readSnippets();
const served = readServed();
const places = new Set(served.map(({ place }) => place));

/** As a user compiles: the packages as they are built, strict, with their types. */
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  skipLibCheck: true,
  // What Nest's applications are compiled with.
  experimentalDecorators: true,
  types: ['node'],
};

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, code } of snippets) writeFileSync(file, code);
});

afterAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
});

describe('the snippets of the documentation', () => {
  it('compile', () => {
    const files = snippets.map(({ file }) => file);
    const program = ts.createProgram(files, OPTIONS);
    const found = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
      const text = ts.flattenDiagnosticMessageText(messageText, '\n');
      return `${basename(file?.fileName ?? '')} line ${line + 1}: ${text}`;
    });
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(1);
    program.emit();
  });

  it.each(snippets.filter(({ place }) => !places.has(place)))('run: $place', async (snippet) => {
    const file = resolve(snippet.file.replace(/\.ts$/, '.js'));
    if (snippet.code.includes("from 'node:test'")) {
      const { stdout } = await run(process.execPath, ['--test-reporter=tap', file]);
      expect(stdout).toMatch(/^# pass [1-9]/m);
      return;
    }
    if (snippet.code.includes("from 'vitest'")) {
      await copyFile(file, file.replace(/\.js$/, '.spec.js'));
      const results = await runVitest(FOLDER, basename(file).replace(/\.js$/, '.spec.js'));
      expect(results.flatMap(({ failureMessages }) => failureMessages)).toEqual([]);
      expect(results).not.toEqual([]);
      return;
    }
    const running = await runSnippet(file);
    await running.stop();
    expect(running.port === undefined || running.port > 0).toBe(true);
  });
});

/** What differs from one answer to the next. */
const mask = (text: string): string => text.replaceAll(/urn:uuid:[\w-]+/g, 'urn:uuid:');

/** A line as it is shown, where `…` stands for what is left out. */
function patternOf(line: string): RegExp {
  const parts = mask(line).split('…');
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[^\w\s]/g, '\\$&')).join('.*')}$`);
}

/** Finds lines, in their order; those between them are of no interest. @returns the first that is missing */
function findMissing(output: string, wanted: readonly string[]): string | undefined {
  const lines = mask(output).split(/\r?\n/);
  let at = 0;
  return wanted.find((line) => {
    const pattern = patternOf(line);
    at = lines.findIndex((one, index) => index >= at && pattern.test(one)) + 1;
    return at === 0;
  });
}

describe('the servers of docs/', () => {
  it('are shown with what curl gets', () => {
    expect(installTool('curl')).toMatch(/curl$/);
    expect(served.length).toBeGreaterThan(1);
    expect(findMissing('a 1\nb', ['a …', 'b'])).toBeUndefined();
    expect(findMissing('a 1\nb', ['b', 'a …'])).toBe('a …');
  });

  it.each(served)('answer as shown: $place', async ({ file, commands, log }) => {
    const running = await runSnippet(resolve(file.replace(/\.ts$/, '.js')));
    try {
      for (const { command, lines } of commands) {
        expect(lines).not.toEqual([]);
        const line = command
          .replace('curl ', 'curl -s -m 20 ')
          .replace(':3000', `:${running.port}`);
        const { stdout } = await run('sh', ['-c', `${line}; exit 0`]);
        expect([findMissing(stdout, lines), stdout]).toEqual([undefined, stdout]);
      }
      await until(() => findMissing(running.output(), log) === undefined).catch(() => {
        throw new Error(
          `${String(findMissing(running.output(), log))}: not in\n${running.output()}`,
        );
      });
    } finally {
      await running.stop();
    }
  });
});

/** The servers of the migrations, each with the body that is shown behind it. */
const migrations = [
  ...readFileSync('docs/migration.md', 'utf8').matchAll(
    /^```ts\n((?:(?!```).*\n)*)```\n\n```json\n((?:(?!```).*\n)*)```$/gm,
  ),
].map(([, code = '', body = '']) => {
  const snippet = snippets.find((one) => one.code === code);
  return { place: snippet?.place, file: snippet?.file ?? '', body };
});

describe('docs/migration.md', () => {
  it('shows what each server but one answers', () => {
    const shown = snippets.filter(({ place }) => place.startsWith('docs/migration.md'));
    expect(migrations).toHaveLength(shown.length - 1);
  });

  it.each(migrations)('shows what the server of $place answers', async ({ file, body }) => {
    const running = await runSnippet(resolve(file.replace(/\.ts$/, '.js')));
    const response = await fetch(`http://127.0.0.1:${running.port}/orders/7`, {
      headers: { Accept: 'application/json' },
    });
    const answer = (await response.json()) as Record<string, unknown>;
    await running.stop();
    if ('type' in answer) expect(answer.instance).toMatch(/^urn:uuid:/);
    delete answer.instance;
    expect(answer).toEqual(JSON.parse(body));
  });
});

/** The answer that a document shows. */
const readAnswer = (document: string): string =>
  /^```http\n([\s\S]*?)^```$/m.exec(readFileSync(document, 'utf8'))?.[1] ?? '';

const FRAMEWORKS = ['express', 'koa', 'node'];
const READMES = ['README.md', ...FRAMEWORKS.map((name) => `packages/${name}/README.md`)];
const servers = snippets
  .map((snippet) => ({ ...snippet, document: snippet.place.replace(/:\d+$/, '') }))
  .filter(({ document, code }) => READMES.includes(document) && code.includes('.listen('));

describe('README', () => {
  it('shows one server for each of Express, Koa and node:http, and each package its own', () => {
    const shown = servers.map(({ code }) => /@faultless\/(\w+)/.exec(code)?.[1]);
    expect(shown).toEqual([...FRAMEWORKS, ...FRAMEWORKS]);
  });

  it.each(servers)('shows what the server of $place answers', async ({ file, document }) => {
    const running: Running = await runSnippet(resolve(file.replace(/\.ts$/, '.js')));
    const response = await fetch(`http://127.0.0.1:${running.port}/orders/7`);
    const [head = '', body = ''] = readAnswer(document).split('\n\n');
    const [statusLine, ...fields] = head.split('\n');
    expect(`HTTP/1.1 ${response.status} ${response.statusText}`).toBe(statusLine);
    for (const field of fields) {
      const [, name = '', value] = /^([\w-]+): (.*)$/.exec(field) ?? [];
      expect(`${name}: ${String(response.headers.get(name))}`).toBe(`${name}: ${value}`);
    }
    const { instance, ...problem } = (await response.json()) as Record<string, unknown>;
    const { instance: example, ...expected } = JSON.parse(body) as Record<string, unknown>;
    expect(problem).toEqual(expected);
    expect(instance).toMatch(/^urn:uuid:/);
    expect(example).toMatch(/^urn:uuid:/);
    await running.stop();
  });

  it('of core shows what its example prints', async () => {
    const file = snippets.find(({ place }) => place.startsWith('packages/core/'))?.file ?? '';
    const running = await runSnippet(resolve(file.replace(/\.ts$/, '.js')));
    const [, shown] =
      /^```json\n(.*\n)```$/m.exec(readFileSync('packages/core/README.md', 'utf8')) ?? [];
    expect(running.output()).toBe(shown);
  });

  it('of the command shows what it prints', () => {
    const [, args = '', shown] =
      /^```console\n\$ npx @faultless\/cli (.*)\n([\s\S]*?)^```$/m.exec(
        readFileSync('packages/cli/README.md', 'utf8'),
      ) ?? [];
    const command = ['packages/cli/dist/main.js', ...args.split(' ')];
    expect(execFileSync(process.execPath, command, { encoding: 'utf8' })).toBe(shown);
  });
});
