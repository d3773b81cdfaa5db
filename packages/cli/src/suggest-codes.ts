import { listSources, statusesOf } from '@faultless/core/statuses';
import { distance } from 'fastest-levenshtein';

const MOST = 5;

/** Codes that are written almost like the one that there is not, the nearest first. */
export function suggestCodes(query: string): string[] {
  const wanted = query.trim().toLowerCase();
  return listSources()
    .flatMap((source) => statusesOf(source))
    .map(({ id, code }) => ({
      name: wanted.includes(':') ? id : code,
      steps: distance(wanted, wanted.includes(':') ? id : code),
    }))
    .filter(({ name, steps }, index, all) => {
      const first = all.findIndex((other) => other.name === name) === index;
      return first && steps <= Math.max(1, Math.floor(wanted.length / 4));
    })
    .sort((a, b) => a.steps - b.steps)
    .slice(0, MOST)
    .map(({ name }) => name);
}
