import type { Scenario } from './scenarios.js';

/** The line that tries a scenario in a shell. */
export function buildCurlLine({ method, path, headers, body }: Scenario, origin: string): string {
  const words = ['curl', method === 'HEAD' ? '-I' : '-i'];
  const implied =
    method === 'GET' || method === 'HEAD' || (method === 'POST' && body !== undefined);
  if (!implied) words.push('-X', method);
  words.push(...buildCurlFlags(headers ?? {}));
  if (body !== undefined) words.push('-d', quote(body));
  words.push(origin + path);
  return words.join(' ');
}

/** The flags that add header fields. */
export function buildCurlFlags(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => ['-H', quote(`${name}: ${value}`)]);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
