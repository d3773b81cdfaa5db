import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { jest } from '@jest/globals';
import ts from 'typescript';
import { mask } from '../harness/mask.js';
import { readSnippets } from './read-snippets.js';
import { type Running, runSnippet } from './run-snippet.js';

// Each snippet is compiled, and run in a process of its own.
jest.setTimeout(600_000);

const FOLDER = 'test/docs/hidden-area';
const [onExpress = '', onKoa = '', mounted = ''] = readSnippets()
  .filter(({ place, code }) => place.startsWith('docs/access.md') && code.includes('/internal'))
  .map(({ code }) => code);

const APPS: readonly (readonly [name: string, code: string])[] = [
  ['express-5', onExpress],
  ['express-4', onExpress.replace("from 'express'", "from 'express4'")],
  ['koa-3', onKoa],
  ['koa-2', onKoa.replace("from 'koa'", "from 'koa2'")],
  ['koa-3-mounted', mounted],
  ['koa-2-mounted', mounted.replace("from 'koa'", "from 'koa2'")],
];

const METHODS = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PURGE'];
/** Spellings of a route of the area, of what is none, and of the area itself. */
const SPELLINGS = [
  '/internal/reports',
  '/INTERNAL/reports',
  '/Internal/Reports/',
  '/internal/reports?a=b',
  '/internal//reports',
  '//internal/reports',
  '/%69nternal/reports',
  '/internal/%72eports',
  '/internal/./reports',
  '/internal/x/../reports',
  '/internal',
  '/internal/',
  '/internal/missing',
  '/internal/%E0%A4%A',
  'http://localhost/internal/reports',
];

async function send(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(request);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return mask(Buffer.concat(chunks));
}

const write = (method: string, target: string, fields = ''): string =>
  `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${fields}\r\n`;

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});
afterAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
});

describe.each(APPS)('the hidden area of docs/access.md on %s', (name, code) => {
  let running: Running;
  let port: number;
  beforeAll(async () => {
    const file = `${FOLDER}/${name}.mjs`;
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(file, outputText);
    running = await runSnippet(resolve(file));
    port = running.port ?? 0;
  });
  afterAll(() => running.stop());

  it('is there for the staff, and no further than it goes', async () => {
    const missing = await send(port, write('GET', '/internal/missing', 'X-Staff: ada\r\n'));
    expect(missing).toMatch(/^HTTP\/1\.1 404 /);
    const answer = await send(port, write('GET', '/internal/reports', 'X-Staff: ada\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK.*a secret/s);
  });

  it.each(SPELLINGS)('is not there for others: %s', async (target) => {
    for (const method of METHODS) {
      const real = await send(port, write(method, '/nowhere'));
      expect(real).toMatch(/^HTTP\/1\.1 (?:404|501) /);
      expect(await send(port, write(method, target))).toBe(real);
    }
  });
});
