/** What is asked; fields are written in the order given, after Host. */
export interface RequestParts {
  /** @default 'GET' */
  readonly method?: string;
  /** @default '/' */
  readonly path?: string;
  /** An array is one line for each value. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent with its Content-Length. */
  readonly body?: string | Buffer;
}

/** The bytes of a request. */
export function writeRequest({
  method = 'GET',
  path = '/',
  headers = {},
  body,
}: RequestParts = {}): Buffer {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ Host: 'test.example', ...length, ...headers }).flatMap(
    ([name, value]) => [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  return Buffer.concat([head, Buffer.from(body ?? '')]);
}
