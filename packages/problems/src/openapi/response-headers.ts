/** A field of a response, as OpenAPI describes it. */
interface HeaderObject {
  readonly description: string;
  /** Whether a response of this status always has it. */
  readonly required?: true;
  readonly schema: { readonly type: 'string' };
}

function header(description: string, required?: 'always'): HeaderObject {
  const schema = { type: 'string' } as const;
  return required === undefined ? { description, schema } : { description, required: true, schema };
}

const RETRY_AFTER = {
  'Retry-After': header('When to try again: seconds, or a date (RFC 9110 §10.2.3).'),
};

const HEADERS: Readonly<Record<number, Readonly<Record<string, HeaderObject>>>> = {
  401: { 'WWW-Authenticate': header('How to authenticate (RFC 9110 §11.6.1).', 'always') },
  405: { Allow: header('The methods that there are (RFC 9110 §10.2.1).', 'always') },
  407: { 'Proxy-Authenticate': header('How to authenticate (RFC 9110 §11.7.1).', 'always') },
  413: RETRY_AFTER,
  415: {
    Accept: header('The media types that are taken (RFC 9110 §12.5.1).'),
    'Accept-Encoding': header('The codings that are taken (RFC 9110 §12.5.3).'),
  },
  416: { 'Content-Range': header('How long the content is (RFC 9110 §14.4).') },
  426: { Upgrade: header('The protocols that there are (RFC 9110 §7.8).', 'always') },
  429: RETRY_AFTER,
  451: { Link: header('Who demands it, with rel="blocked-by" (RFC 7725 §4).') },
  503: RETRY_AFTER,
};

/** The fields that a response of a status has beside those of every response; undefined if there are none. */
export function headersOf(status: number): Readonly<Record<string, HeaderObject>> | undefined {
  return HEADERS[status];
}
