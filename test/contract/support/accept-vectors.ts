/** What a client gets by default: the first renderer's media type. */
export const DEFAULT = 'application/problem+json';

/** One Accept field, and the media type that must be answered with. */
export type AcceptVector = readonly [accept: string, expected: string];

/**
 * Accept fields on which negotiator, offered the five media types as they stand, is the oracle. The
 * expectation is written out all the same, so that the oracle is checked too.
 */
export const ORACLE_VECTORS: readonly AcceptVector[] = [
  // No preference, or one of ours alone.
  ['*/*', DEFAULT],
  ['application/problem+json', DEFAULT],
  ['application/json', 'application/json'],
  ['text/html', 'text/html'],
  ['text/plain', 'text/plain'],
  ['application/problem+xml', 'application/problem+xml'],
  ['application/*', DEFAULT],
  ['text/*', 'text/html'],
  // Types are case-insensitive (RFC 9110 §8.3.1).
  ['TEXT/HTML', 'text/html'],
  ['Application/Problem+XML', 'application/problem+xml'],
  ['Text/*', 'text/html'],
  // White space is optional around every delimiter (RFC 9110 §5.6.3, §12.5.1).
  ['text/html , text/plain', 'text/html'],
  ['  text/plain', 'text/plain'],
  ['text/plain\t', 'text/plain'],
  ['text/html ; q=0.1 , text/plain ; q=0.2', 'text/plain'],
  ['text/html;q=0.1,text/plain;q=0.2', 'text/plain'],
  // The highest q wins, in whatever order they come.
  ['text/html;q=0.9,application/json', 'application/json'],
  ['application/json,text/html;q=0.9', 'application/json'],
  ['text/html;q=0.5,text/plain;q=0.50', 'text/html'],
  ['text/html;q=0.001,text/plain;q=0.002', 'text/plain'],
  ['text/html;q=1.000,text/plain;q=0.999', 'text/html'],
  ['text/html;q=1,text/plain;q=1', 'text/html'],
  ['text/plain,text/html', 'text/plain'],
  ['text/plain;q=0.8,text/html;q=0.8', 'text/plain'],
  [
    'application/json;q=0.2,application/problem+xml;q=0.3,text/html;q=0.1',
    'application/problem+xml',
  ],
  ['text/html;Q=0.1,text/plain;Q=0.2', 'text/plain'],
  // q=0 means never.
  ['text/html;q=0,text/plain', 'text/plain'],
  ['text/html;q=0.000,*/*', DEFAULT],
  ['application/problem+json;q=0,*/*', 'application/json'],
  ['application/problem+json;q=0,application/json;q=0,*/*', 'text/html'],
  ['application/*;q=0,*/*', 'text/html'],
  ['text/*;q=0,application/problem+json;q=0,application/json;q=0,*/*', 'application/problem+xml'],
  ['*/*;q=0,text/plain', 'text/plain'],
  ['text/*,text/html;q=0', 'text/plain'],
  ['*/*,application/*;q=0,text/html;q=0', 'text/plain'],
  // The most specific range gives a type its q, not the first and not the highest.
  ['text/html;q=0.1,text/*', 'text/plain'],
  ['text/*;q=0.3,text/html;q=0.7,*/*;q=0.5', 'text/html'],
  ['*/*;q=0.9,application/problem+json;q=0.1', 'application/json'],
  ['text/*;q=0.2,*/*;q=0.1', 'text/html'],
  ['*/*;q=0.1,text/*;q=0.2', 'text/html'],
  ['application/*;q=0.2,text/plain;q=0.1', DEFAULT],
  ['application/problem+json;q=0.1,application/*;q=0.2', 'application/json'],
  ['*/*;q=0.5,text/plain;q=0.4', DEFAULT],
  // Among equals the more specific range goes first, then the client's order, then ours.
  ['*/*,text/html', 'text/html'],
  ['text/*,text/plain', 'text/plain'],
  ['*/*,text/*', 'text/html'],
  ['text/*,application/*', 'text/html'],
  ['*/*;q=0.5,text/plain;q=0.5', 'text/plain'],
  // What browsers and clients send.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  [
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
    'text/html',
  ],
  [
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/png,image/svg+xml,*/*;q=0.8',
    'text/html',
  ],
  ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', DEFAULT],
  ['application/json, text/plain, */*', 'application/json'],
  ['application/json, text/javascript, */*; q=0.01', 'application/json'],
  ['application/problem+json, application/json;q=0.9', DEFAULT],
  ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', 'text/html'],
  ['text/css,*/*;q=0.1', DEFAULT],
  ['application/vnd.api+json, application/problem+xml;q=0.4', 'application/problem+xml'],
  ['image/webp,text/plain;q=0.3', 'text/plain'],
  // Parameters of types that are not ours.
  ['application/signed-exchange;v=b3;q=0.7,text/plain;q=0.6', 'text/plain'],
  ['multipart/mixed;boundary="a,b;q=1",text/html', 'text/html'],
  // A parameter that no representation of ours has.
  ['text/html;level=1,text/plain;q=0.2', 'text/plain'],
  ['application/json;profile="https://a.example/,b",text/html;q=0.1', 'text/html'],
  ['text/html;version="1.0, text/plain",application/json;q=0.5', 'application/json'],
];

/** Where nothing on offer is acceptable, the default is sent all the same (RFC 9110 §12.4.1). */
export const UNACCEPTABLE: readonly string[] = [
  'image/png',
  'image/*',
  'application/pdf, image/png;q=0.5',
  '*/*;q=0',
  'text/html;q=0',
  'application/problem+json;q=0',
  'application/*;q=0, text/*;q=0',
  'text/html;level=1',
  'application/xml',
  'application/xhtml+xml',
];

/**
 * The charset of every body is UTF-8, so a range that says so covers it; negotiator alone, offered
 * types without parameters, would not see that.
 */
export const CHARSET_VECTORS: readonly AcceptVector[] = [
  ['text/html;charset=utf-8', 'text/html'],
  ['text/html;charset=UTF-8', 'text/html'],
  ['text/html; charset="utf-8"', 'text/html'],
  ['text/plain;charset=utf-8;q=0.9, text/html;q=0.8', 'text/plain'],
  ['application/json;charset=utf-8', 'application/json'],
  ['application/problem+xml; charset=UTF-8, */*;q=0.1', 'application/problem+xml'],
  ['text/html;charset=iso-8859-1, text/plain;q=0.1', 'text/plain'],
  ['text/html;charset=utf-8;q=0, text/html;q=0.5, text/plain;q=0.1', 'text/plain'],
];

/** Fields that are no Accept field: whatever they lead to, the default is never wrong. */
export const MALFORMED: readonly AcceptVector[] = [
  ['', DEFAULT],
  [' ', DEFAULT],
  [',', DEFAULT],
  [',,,', DEFAULT],
  [';', DEFAULT],
  ['/', DEFAULT],
  ['*', DEFAULT],
  ['html', DEFAULT],
  ['text', DEFAULT],
  ['text/', DEFAULT],
  ['/html', DEFAULT],
  ['*/html', 'text/html'],
  ['q=1', DEFAULT],
  ['text/html;q=', 'text/html'],
  ['text/html;q=abc', DEFAULT],
  ['text/html;q=-1', DEFAULT],
  ['text/html;q=NaN, text/plain', 'text/plain'],
  ['"text/html"', DEFAULT],
  ['text/html;charset="utf-8', 'text/html'],
  ['text /html', DEFAULT],
  ['\u00ff\u00fe', DEFAULT],
  ['__proto__/__proto__;__proto__=1', DEFAULT],
  ['constructor/prototype', DEFAULT],
  [',text/plain,', 'text/plain'],
  [', ,text/html;q=0.1, ,text/plain;q=0.2,', 'text/plain'],
];
