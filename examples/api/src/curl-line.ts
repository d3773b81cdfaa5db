import { buildRequest } from './build-request.js';
import type { Scenario } from './scenarios.js';

/** The line that tries a scenario in a shell. */
export function buildCurlLine(scenario: Scenario, origin: string): string {
  const { method, path, headers, body, malformed } = scenario;
  if (malformed !== undefined) return buildRawLine(buildRequest(scenario), origin);
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

/** curl refuses to send it as HTTP, so it goes out as it is; the wait is for the answer. */
function buildRawLine(request: string, origin: string): string {
  const format = request
    .replaceAll('%', '%%')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replace(/0{100,}/, (zeros) => `%0${zeros.length}d`);
  const { host } = new URL(origin);
  return `(printf ${quote(format)} 0; sleep 1) | curl -s telnet://${host}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
