import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { jest } from '@jest/globals';
import ts from 'typescript';
import { ROOMS } from '../../scripts/rooms.mjs';

// Every source file is parsed.
jest.setTimeout(600_000);

const PACKAGES = readdirSync('packages');

function listSources(name: string): string[] {
  return readdirSync(`packages/${name}/src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(`packages/${name}/src`, file));
}

/** The files that a source imports or exports from, for types too. */
function listImports(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(file, '..', fileName.replace(/\.js$/, '.ts')));
}

/** A way from a file back to itself; undefined where there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const through = new Set<string>();
  function walk(file: string, way: readonly string[]): string[] | undefined {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (through.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle !== undefined) return circle;
    }
    through.add(file);
    return undefined;
  }
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('the rooms of a package', () => {
  it.each(Object.entries(ROOMS))('of %s are its folders', (name, rooms) => {
    const folders = readdirSync(`packages/${name}/src`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual([...rooms].sort());
  });

  it('stand in CONTRIBUTING.md in their order', () => {
    const table = readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `(\w+)\/` +\|/gm);
    expect(Array.from(table, ([, room]) => room)).toEqual(ROOMS.core);
  });

  it('have the files that CONTRIBUTING.md names', () => {
    const named = Array.from(
      readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/`((?:[\w-]+\/)+(?:[\w-]+(?:\.\w+)+)?)`/g),
      ([, path = '']) => path,
    );
    const found = (path: string) =>
      ['', 'packages/core/src/', 'packages/node/src/'].some((root) => existsSync(root + path));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !found(path))).toEqual([]);
  });

  it.each(PACKAGES)('of %s have no circle, of types neither', (name) => {
    const sources = listSources(name);
    const graph = new Map(sources.map((file) => [file, listImports(file)]));
    expect(
      findCircle(graph)?.map((file) => relative(`packages/${name}/src`, file)),
    ).toBeUndefined();
  });

  it('finds a circle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(graph)).toEqual(['b', 'c', 'b']);
  });
});
