import type { Scenario } from './scenarios.js';

type Fields = Readonly<Record<string, string>>;

/** The bytes of a scenario's request over HTTP/1.1, with fields added to it. */
export function buildRequest(scenario: Scenario, added: Fields = {}): string {
  const { method, path, malformed } = scenario;
  const line = malformed?.line ?? `${method} ${path} HTTP/1.1`;
  const fields = malformed?.fields ?? listFields(scenario);
  const content = malformed?.content ?? scenario.body ?? '';
  return `${[line, ...fields, ...writeFields(added)].join('\r\n')}\r\n\r\n${content}`;
}

function listFields({ headers = {}, body }: Scenario): readonly string[] {
  const framing = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return writeFields({ Host: 'localhost', ...headers, ...framing, Connection: 'close' });
}

function writeFields(fields: Fields): readonly string[] {
  return Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
}
