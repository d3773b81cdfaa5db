/** What a client has seen of a response, whatever library it was read with. */
export interface Answer {
  readonly status: number;
  /** Names in lower case, in the order in which they came; one entry for each line. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The body; empty where there is none. */
  readonly text: string;
}

/** What of a fetch `Response` is read here; node-fetch's and undici's have it too. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  readonly bodyUsed: boolean;
  clone(): { text(): Promise<string> };
  text(): Promise<string>;
}

/**
 * Reads what supertest, fetch, inject (light-my-request, Fastify), axios or got gave, or an error of theirs
 * that has it as its `response`. A fetch `Response` stays readable.
 *
 * @returns a promise for a fetch `Response` alone
 * @throws {TypeError} for anything else, and for a body that was read already
 */
export function readAnswer(received: unknown): Answer | Promise<Answer> {
  const response = findResponse(received);
  if (isFetchResponse(response)) return readFetched(response);
  const status = response.status ?? response.statusCode;
  if (typeof status !== 'number')
    throw new TypeError(`This is no response: ${showValue(received)}.`);
  return { status, fields: listFields(response.headers), text: findText(response) };
}

function findResponse(received: unknown): Record<string, unknown> {
  if (!isObject(received)) throw new TypeError(`This is no response: ${showValue(received)}.`);
  if (typeof received.then === 'function') {
    throw new TypeError('This is a promise, or a request that was not sent: await it first.');
  }
  return isObject(received.response) ? received.response : received;
}

/** Any value, in a message. */
export function showValue(value: unknown): string {
  return isObject(value) ? Object.prototype.toString.call(value) : String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFetchResponse(response: object): response is FetchResponse {
  return 'clone' in response && 'bodyUsed' in response;
}

async function readFetched(response: FetchResponse): Promise<Answer> {
  if (response.bodyUsed) {
    throw new TypeError('The body was read already: look at the response first, or at a clone.');
  }
  const { status, headers } = response;
  return { status, fields: [...headers], text: await response.clone().text() };
}

/** Fields in any form in which Node and the libraries take or have them; what has no value is none. */
export function listFields(headers: unknown): Answer['fields'] {
  return pairFields(headers).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((line): boolean => line !== undefined)
      .map((line) => [String(name).toLowerCase(), String(line)] as const),
  );
}

/** Headers, a Map or a list have pairs, or names and values by turns. */
function pairFields(headers: unknown): readonly (readonly [name: unknown, value: unknown])[] {
  if (!isObject(headers)) return [];
  if (!(Symbol.iterator in headers)) return Object.entries(headers);
  const items = [...(headers as unknown as Iterable<unknown>)];
  return items.every((item) => Array.isArray(item))
    ? (items as [unknown, unknown][])
    : items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1]] as const] : []));
}

/** Where the libraries have the body as it came; else what they have made of it, as text again. */
function findText({ text, payload, body, data, ...response }: Record<string, unknown>): string {
  const found = [text, payload, body, data].find((value) => typeof value === 'string');
  if (found !== undefined) return found;
  const made = data ?? body;
  if (made instanceof Uint8Array || made instanceof ArrayBuffer) {
    return new TextDecoder().decode(made);
  }
  if (isUnread(made) || ('httpVersionMajor' in response && made === undefined)) {
    throw new TypeError('The body is a stream that nobody has read: read it, or ask for its text.');
  }
  // A superagent response has an empty object where there is no body.
  return made === undefined || 'header' in response ? '' : JSON.stringify(made);
}

/** A stream of either kind, or a Blob. */
function isUnread(body: unknown): boolean {
  return ['pipe', 'getReader', 'arrayBuffer'].some(
    (name) => typeof (body as Record<string, unknown> | undefined)?.[name] === 'function',
  );
}

/** The lines of a field, joined as RFC 9110 §5.3 has it; undefined where there is none. */
export function findField({ fields }: Answer, wanted: string): string | undefined {
  const lines = fields.filter(([name]) => name === wanted).map(([, value]) => value);
  return lines.length === 0 ? undefined : lines.join(', ');
}

/** @returns undefined where the text is no JSON object */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const MAX_SHOWN = 4_000;

/** The answer as it would stand on the wire, for people to read: not all of a long body. */
export function showAnswer(answer: Answer): string {
  const { text } = answer;
  const rest = text.length - MAX_SHOWN;
  if (rest <= 0) return writeAnswer(answer);
  return writeAnswer({
    ...answer,
    text: `${text.slice(0, MAX_SHOWN)}… and ${rest} characters more`,
  });
}

/** All of it. */
export function writeAnswer({ status, fields, text }: Answer): string {
  const head = [`HTTP ${status}`, ...fields.map(([name, value]) => `${name}: ${value}`)];
  return [...head, '', text].join('\n');
}
