import { MethodNotAllowed, type RequestFacts } from '@faultless/core';
import { BUILT_IN_NEGOTIATION } from '@faultless/core/adapter';
import { entityTag, matchesTag } from './entity-tag.js';
import { listPages, llmsTxt, type PageFile, type PageFiles } from './list-files.js';
import type { Site } from './page.js';

/** An answer with a page, or to a request that wants no page. */
export interface PageReply {
  /** 200; 304 for what the client has; 308 to the index; 405 for methods other than GET and HEAD. */
  readonly status: 200 | 304 | 308 | 405;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for HEAD, whose fields are those of GET. */
  readonly body: string;
}

/** The methods that there are for pages. */
export const METHODS = ['GET', 'HEAD'];

/** How long a page may be used without asking, in seconds. */
const MAX_AGE = 3600;

/** A page, ready to leave. */
interface Content {
  readonly body: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Serves the pages of a registry, each at the URI of its problem type, and their index at its `base`: HTML, JSON and
 * Markdown by Accept, languages by Accept-Language, each of them also by the name of its file
 * (`out-of-credit.zh-CN.md`), and `llms.txt`.
 *
 *     const pages = createPages(problems);
 *     const reply = pages({ method: 'GET', url: '/problems/out-of-credit', headers: {} });
 *
 * @returns a function that never throws, with the answer to a request; undefined for other addresses
 */
export function createPages(site: Site): (request: RequestFacts) => PageReply | undefined {
  const { pathname } = new URL(site.base);
  const pages = listPages(site);
  const files = [...pages.flatMap(({ formats }) => Object.values(formats).flat()), llmsTxt(site)];
  const found = new Map<string, (request: RequestFacts) => PageFile>([
    ...files.map((file) => [file.name, () => file] as const),
    ...pages.map((page) => [page.slug, createChoice(page)] as const),
  ]);
  const contents = new Map<string, Content>();

  function contentOf(file: PageFile): Content {
    const content = contents.get(file.name) ?? prepare(file);
    contents.set(file.name, content);
    return content;
  }

  return (request) => {
    const { method = 'GET', url = '', headers } = request;
    const path = pathOf(url);
    const isParent = path !== '' && `${path}/` === pathname;
    const name = path.startsWith(pathname) ? path.slice(pathname.length) : undefined;
    const choose = name === undefined ? undefined : found.get(name);
    if (!isParent && choose === undefined) return undefined;
    if (!METHODS.includes(method)) return refuseMethod();
    if (choose === undefined) return { status: 308, headers: { Location: pathname }, body: '' };
    const { body, fields } = contentOf(choose(request));
    const isNegotiated = !name?.includes('.');
    const sent = { ...fields, ...(isNegotiated && { Vary: 'Accept, Accept-Language' }) };
    if (matchesTag(headers['if-none-match'], String(fields.ETag))) return unchanged(sent);
    return { status: 200, headers: sent, body: method === 'HEAD' ? '' : body };
  };
}

/** Chooses among the formats and languages of a page; the first of each is for who accepts none. */
function createChoice({ formats, locales }: PageFiles): (request: RequestFacts) => PageFile {
  const files = Object.values(formats);
  const findFormat = BUILT_IN_NEGOTIATION.mediaType(Object.keys(formats));
  const findLanguage = BUILT_IN_NEGOTIATION.language(locales, 0);
  return ({ headers }) =>
    files[findFormat(headers.accept)]?.[findLanguage(headers['accept-language'])] as PageFile;
}

function prepare({ mediaType, languages, headers, render }: PageFile): Content {
  const body = render();
  const bytes = new TextEncoder().encode(body);
  return {
    body,
    fields: {
      'Content-Type': mediaType,
      'Content-Language': languages.join(', '),
      'Content-Length': String(bytes.length),
      'Cache-Control': `public, max-age=${MAX_AGE}`,
      ETag: entityTag(bytes),
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  };
}

/** The fields that a 200 would have had, and a cache needs (RFC 9110 §15.4.5). */
function unchanged(fields: Readonly<Record<string, string>>): PageReply {
  const kept = Object.entries(fields).filter(([name]) => KEPT.includes(name));
  return { status: 304, headers: Object.fromEntries(kept), body: '' };
}

const KEPT: readonly string[] = ['Cache-Control', 'ETag', 'Vary'];

function refuseMethod(): PageReply {
  return {
    status: 405,
    headers: { Allow: METHODS.join(', '), 'Content-Type': 'application/problem+json' },
    body: JSON.stringify(new MethodNotAllowed(METHODS)),
  };
}

/** The path of a request target, an absolute one too (RFC 9112 §3.2). */
function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*/s, '');
}
