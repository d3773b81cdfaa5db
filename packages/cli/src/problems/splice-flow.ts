import type { Pair, YAMLMap } from 'yaml';
import type { SourceText, Splice } from './source-text.js';
import { keyStart, pairEnd } from './yaml-nodes.js';

/** How a map in braces is written, as all of JSON is: on one line, or each member on one of its own. */
export class FlowStyle {
  readonly separator: string;
  readonly isSpread: boolean;
  readonly #indentation: string;
  readonly #unit: string;

  constructor({ items, range }: YAMLMap, source: SourceText) {
    const last = items.at(-1);
    const isSpread = last !== undefined && source.isFirst(keyStart(last));
    this.isSpread = isSpread;
    const outer = source.indentation(range?.[0] ?? 0);
    this.#indentation = isSpread ? source.indentation(keyStart(last)) : '';
    this.#unit = this.#indentation.slice(outer.length);
    this.separator = isSpread ? source.eol + this.#indentation : ' ';
  }

  write(value: unknown): string {
    const json = JSON.stringify(value, null, this.#unit);
    return json.replaceAll('\n', this.separator);
  }
}

/** What comes into a map, and what goes. */
export interface Change {
  readonly map: YAMLMap;
  readonly added: ReadonlyMap<string, unknown>;
  readonly removed: ReadonlySet<Pair>;
}

/** Lists what changes of a map in braces. */
export function spliceFlow({ map, added, removed }: Change, source: SourceText): readonly Splice[] {
  const { items } = map;
  const style = new FlowStyle(map, source);
  const kept = items.filter((pair) => !removed.has(pair)).at(-1);
  const lastKept = kept === undefined ? -1 : items.indexOf(kept);
  const splices = items
    .slice(0, Math.max(lastKept, 0))
    .flatMap((pair, at) => (removed.has(pair) ? [upToNext(pair, items[at + 1] as Pair)] : []));
  const members = [...added].map(
    ([name, value]) => `${JSON.stringify(name)}: ${style.write(value)}`,
  );
  const [first, last] = [items[0], items.at(-1)] as [Pair, Pair];
  if (kept === undefined) {
    const text = members.join(`,${style.separator}`);
    return [{ start: keyStart(first), end: pairEnd(last, source.text), text }];
  }
  const start = pairEnd(kept, source.text);
  const end = Math.max(start, pairEnd(last, source.text));
  if (members.length === 0 && kept === last) return splices;
  const line = source.lineEnd(start);
  const beside = source.text.slice(start, line).trimStart();
  const hasComma = beside.startsWith(',');
  const hasComment = beside
    .slice(hasComma ? 1 : 0)
    .trimStart()
    .startsWith('#');
  if (!hasComment || !style.isSpread) {
    const text = members.map((member) => `,${style.separator}${member}`).join('');
    return [...splices, { start, end, text }];
  }
  // A comment stays beside what it is about.
  const comma = !hasComma && members.length > 0 ? ',' : '';
  const text = members.map((member) => style.separator + member).join(',');
  return [
    ...splices,
    { start, end: start, text: comma },
    { start: line, end: Math.max(line, end), text },
  ];
}

function upToNext(pair: Pair, next: Pair): Splice {
  return { start: keyStart(pair), end: keyStart(next), text: '' };
}
