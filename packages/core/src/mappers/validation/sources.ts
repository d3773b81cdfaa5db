/** The part of a request that a value came in, in OpenAPI's words (Parameter Object, `in`). */
export type Location = 'body' | 'query' | 'path' | 'header' | 'cookie';

/** What libraries call them. */
const NAMES: Readonly<Record<string, Location | undefined>> = {
  body: 'body',
  requestBody: 'body',
  data: 'body',
  query: 'query',
  querystring: 'query',
  queryString: 'query',
  path: 'path',
  params: 'path',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
  cookies: 'cookie',
  signedCookies: 'cookie',
};

/** Finds a part of the request by the name that a library gives it; undefined for what is none. */
export function findLocation(name: unknown): Location | undefined {
  return typeof name === 'string' && Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}
