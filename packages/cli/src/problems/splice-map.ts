import { Document, isAlias, type Pair, type YAMLMap } from 'yaml';
import type { SourceText, Splice } from './source-text.js';
import { type Change, FlowStyle, spliceFlow } from './splice-flow.js';
import {
  colonEnd,
  findPair,
  isEmpty,
  isWritable,
  keyStart,
  pairEnd,
  valueStart,
} from './yaml-nodes.js';

/** The places that change below another, by name; none below one that changes as a whole. */
export type Places = Map<string, Places>;

/** What is to be written, and how. */
export interface Task {
  readonly source: SourceText;
  /** Spaces of a level. */
  readonly step: number;
  /** Whether what is shared by an alias is written out; else it stays as it is. */
  readonly writesOut: boolean;
}

/** Lists what has to change in a map for the places of it to have what is wanted there. */
export function spliceMap(
  map: YAMLMap,
  places: Places,
  wanted: object,
  task: Task,
): readonly Splice[] {
  const added = new Map<string, unknown>();
  const removed = new Set<Pair>();
  const inside: Splice[] = [];
  for (const [name, below] of places) {
    const value = (wanted as Readonly<Record<string, unknown>>)[name];
    const pair = findPair(map, name);
    if (pair === undefined) {
      if (value !== undefined) added.set(name, value);
    } else if (value === undefined) removed.add(pair);
    else if (below.size === 0 || !isWritable(pair.value) || isEmptied(value)) {
      if (task.writesOut || !isAlias(pair.value)) inside.push(...replace(map, pair, value, task));
    } else inside.push(...spliceMap(pair.value, below, value as object, task));
  }
  const change = { map, added, removed };
  return [...inside, ...(map.flow ? spliceFlow(change, task.source) : spliceBlock(change, task))];
}

function isEmptied(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function spliceBlock({ map, added, removed }: Change, task: Task): readonly Splice[] {
  const { source } = task;
  const splices = [...removed].map((pair) =>
    source.removeLines(keyStart(pair), pairEnd(pair, source.text)),
  );
  if (added.size === 0) return splices;
  const indent = indentOf(map);
  const lines = writeLines(Object.fromEntries(added), indent, task);
  const kept = map.items.filter((pair) => !removed.has(pair)).at(-1);
  const [first] = map.items;
  const at =
    kept === undefined
      ? source.lineStart(keyStart(first as Pair))
      : source.skipComments(pairEnd(kept, source.text), indent);
  return [...splices, source.addLines(at, lines)];
}

function replace(map: YAMLMap, pair: Pair, value: unknown, task: Task): readonly Splice[] {
  const { source } = task;
  const [start, end] = [valueStart(pair), pairEnd(pair, source.text)];
  if (map.flow) return [{ start, end, text: new FlowStyle(map, source).write(value) }];
  const lines = writeLines(value, indentOf(map) + task.step, task);
  const line = source.lineEnd(colonEnd(pair));
  if (isEmptied(value)) return empty(pair, { start, end, line }, source);
  if (isEmpty(pair)) return [source.addLines(line, lines)];
  const text = lines.map((one) => source.eol + one).join('');
  if (start > line) return [{ start: line, end: afterLines(end, task), text }];
  const before = source.text.slice(0, start).trimEnd().length;
  return [{ start: before, end, text: '' }, source.addLines(end, lines)];
}

/** Leaves braces of a map, and a comment beside its key. */
function empty(
  pair: Pair,
  { start, end, line }: Readonly<Record<'start' | 'end' | 'line', number>>,
  source: SourceText,
): readonly Splice[] {
  if (start <= line) return [{ start, end, text: isEmpty(pair) ? ' {}' : '{}' }];
  const [beside = ''] = source.text.slice(colonEnd(pair), line).split(/\s#/, 1);
  const at = colonEnd(pair) + beside.trimEnd().length;
  return [
    { start: at, end: at, text: ' {}' },
    { start: line, end, text: '' },
  ];
}

/** A text that keeps its empty lines ends where another line begins. */
function afterLines(end: number, { source }: Task): number {
  return source.text[end - 1] === '\n' ? end - source.eol.length : end;
}

function indentOf({ srcToken }: YAMLMap): number {
  return srcToken?.type === 'block-map' ? srcToken.indent : 0;
}

function writeLines(value: unknown, indent: number, { step }: Task): readonly string[] {
  // Many who read it know YAML 1.1, where No is false.
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  const written = document.toString({ lineWidth: 0, indent: step }).trimEnd();
  return written.split('\n').map((line) => (line === '' ? line : ' '.repeat(indent) + line));
}
