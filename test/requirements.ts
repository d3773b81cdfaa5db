/** What a standard asks of an error response, or what Faultless chose where it leaves a choice. */
export interface Requirement {
  /** Where it is written. */
  readonly section: string;
  /** `MAY-chosen`: the standard allows it, and Faultless does it. MUST NOT is a MUST here. */
  readonly level: 'MUST' | 'SHOULD' | 'MAY-chosen';
  readonly sentence: string;
}

/**
 * Every requirement on responses that an error can lead to. A contract test cites the ids that it
 * covers, in brackets in its title; requirements.test.ts compares.
 */
export const REQUIREMENTS = {
  // Every error
  'body-explains': {
    section: 'RFC 9110 §15.5, §15.6',
    level: 'SHOULD',
    sentence: 'A 4xx or 5xx has a body that explains the error.',
  },
  'body-temporary': {
    section: 'RFC 9110 §15.5, §15.6',
    level: 'SHOULD',
    sentence: 'The body says whether the condition is temporary or permanent, where that is known.',
  },
  'content-type': {
    section: 'RFC 9110 §8.3',
    level: 'SHOULD',
    sentence: 'A response with a body says its media type.',
  },
  'content-length': {
    section: 'RFC 9110 §8.6',
    level: 'MUST',
    sentence: 'Content-Length is the number of bytes that follow, whatever the handler had set.',
  },
  leftovers: {
    section: 'RFC 9110 §8',
    level: 'MUST',
    sentence: 'Fields about the representation that failed do not describe the one that is sent.',
  },
  'app-fields-stay': {
    section: 'Fetch §3.3; RFC 6797 §7.2; RFC 6265 §3',
    level: 'MAY-chosen',
    sentence: "The app's other fields stay: CORS, HSTS, its cookies, its request ids.",
  },
  'another-exchange': {
    section: 'RFC 9110 §15.6.3, §15.6.4, §15.6.5',
    level: 'MAY-chosen',
    sentence:
      'What another server has said about another request is its failure, 502, 503 or 504; nothing of it leaves but when to come back.',
  },
  'targeted-caching': {
    section: 'RFC 9213 §2.2',
    level: 'MUST',
    sentence: 'No field for some caches only lets them store what Cache-Control forbids.',
  },
  'status-range': {
    section: 'RFC 9110 §15',
    level: 'MUST',
    sentence: 'An error leaves with a status from 400 to 599, which may have content.',
  },

  // HEAD
  'head-no-content': {
    section: 'RFC 9110 §9.3.2',
    level: 'MUST',
    sentence: 'The answer to HEAD has no content.',
  },
  'head-same-fields': {
    section: 'RFC 9110 §9.3.2',
    level: 'SHOULD',
    sentence: 'HEAD is answered with the header that GET would get.',
  },
  'head-content-length': {
    section: 'RFC 9110 §8.6',
    level: 'MUST',
    sentence: "The Content-Length of an answer to HEAD equals that of GET's.",
  },

  // OPTIONS
  'options-ping': {
    section: 'RFC 9110 §9.3.7',
    level: 'MAY-chosen',
    sentence: 'OPTIONS * asks whether the server is there, and is told so.',
  },

  // By status
  '401-challenge': {
    section: 'RFC 9110 §15.5.2, §11.6.1',
    level: 'MUST',
    sentence: 'A 401 has WWW-Authenticate with one challenge or more.',
  },
  '404-conceals': {
    section: 'RFC 9110 §15.5.4',
    level: 'MAY-chosen',
    sentence: 'A resource whose existence is secret is answered as one that is not there.',
  },
  'heuristically-cacheable': {
    section: 'RFC 9110 §15.1',
    level: 'MAY-chosen',
    sentence: 'What caches may store on their own (404 405 410 414 451 501) says Cache-Control.',
  },
  '405-allow': {
    section: 'RFC 9110 §15.5.6, §10.2.1',
    level: 'MUST',
    sentence: 'A 405 has Allow with the methods there are, be the list empty.',
  },
  '501-unknown-method': {
    section: 'RFC 9110 §9.1',
    level: 'SHOULD',
    sentence: 'A method that the server does not know at all is answered with 501.',
  },
  '406-available': {
    section: 'RFC 9110 §15.5.7',
    level: 'SHOULD',
    sentence: 'A 406 lists the representations there are.',
  },
  '407-challenge': {
    section: 'RFC 9110 §15.5.8, §11.7.1',
    level: 'MUST',
    sentence: 'A 407 has Proxy-Authenticate with one challenge or more.',
  },
  '408-close': {
    section: 'RFC 9110 §15.5.9; RFC 9112 §9.6',
    level: 'SHOULD',
    sentence: 'A 408 announces that the connection closes, and it does.',
  },
  '409-source': {
    section: 'RFC 9110 §15.5.10',
    level: 'SHOULD',
    sentence: 'A 409 tells enough for the user to recognise the source of the conflict.',
  },
  '413-retry-after': {
    section: 'RFC 9110 §15.5.14',
    level: 'SHOULD',
    sentence: 'A 413 that is temporary says when to try again.',
  },
  '415-accept-encoding': {
    section: 'RFC 9110 §12.5.3, §15.5.16',
    level: 'SHOULD',
    sentence: 'A 415 because of the content coding lists the codings in Accept-Encoding.',
  },
  '415-no-accept-encoding': {
    section: 'RFC 9110 §12.5.3',
    level: 'MUST',
    sentence: 'A 415 for any other cause has no Accept-Encoding.',
  },
  '415-accept': {
    section: 'RFC 9110 §15.5.16, §12.5.1',
    level: 'MAY-chosen',
    sentence: 'A 415 because of the media type lists the types in Accept.',
  },
  '415-accept-patch': {
    section: 'RFC 5789 §2.2',
    level: 'SHOULD',
    sentence: 'A 415 to PATCH lists the patch formats in Accept-Patch.',
  },
  '415-accept-query': {
    section: 'RFC 10008 §3; RFC 9651 §3.1',
    level: 'MAY-chosen',
    sentence: 'A 415 to QUERY lists the query formats in Accept-Query, a structured list.',
  },
  '416-content-range': {
    section: 'RFC 9110 §15.5.17, §14.4',
    level: 'SHOULD',
    sentence: 'A 416 to a byte range says the current length: Content-Range: bytes */N.',
  },
  '421-no-proxy': {
    section: 'RFC 9110 §15.5.20',
    level: 'MUST',
    sentence: "A 421 is never made for a proxy: another server's does not become ours.",
  },
  '425-early-data': {
    section: 'RFC 8470 §5.2',
    level: 'MUST',
    sentence: "A 425 leaves only if the app says so: another server's does not become ours.",
  },
  '426-upgrade': {
    section: 'RFC 9110 §15.5.22, §7.8',
    level: 'MUST',
    sentence: 'A 426 has Upgrade with the protocols that it asks for.',
  },
  '426-connection': {
    section: 'RFC 9110 §7.8',
    level: 'MUST',
    sentence: 'Whoever sends Upgrade sends Connection: upgrade too.',
  },
  'http2-no-connection': {
    section: 'RFC 9113 §8.2.2',
    level: 'MUST',
    sentence: 'HTTP/2 messages have no fields of the connection, Upgrade among them.',
  },
  'no-trailers': {
    section: 'RFC 9110 §6.5; RFC 9113 §8.1',
    level: 'MAY-chosen',
    sentence: 'Trailers of the handler that failed do not follow the answer to its error.',
  },
  '428-explains': {
    section: 'RFC 6585 §3',
    level: 'SHOULD',
    sentence: 'A 428 explains how to send the request again with success.',
  },
  '428-not-stored': {
    section: 'RFC 6585 §3',
    level: 'MUST',
    sentence: 'A 428 is not stored by a cache, whatever the error says.',
  },
  '429-details': {
    section: 'RFC 6585 §4',
    level: 'SHOULD',
    sentence: 'A 429 explains the condition, and may say how long to wait.',
  },
  '429-not-stored': {
    section: 'RFC 6585 §4',
    level: 'MUST',
    sentence: 'A 429 is not stored by a cache, whatever the error says.',
  },
  '431-field': {
    section: 'RFC 6585 §5',
    level: 'SHOULD',
    sentence: 'A 431 about one field says which.',
  },
  '431-not-stored': {
    section: 'RFC 6585 §5',
    level: 'MUST',
    sentence: 'A 431 is not stored by a cache, whatever the error says.',
  },
  '451-explains': {
    section: 'RFC 7725 §3',
    level: 'SHOULD',
    sentence: 'A 451 explains the legal demand.',
  },
  '451-blocked-by': {
    section: 'RFC 7725 §4',
    level: 'SHOULD',
    sentence: 'A 451 links to whoever blocks, with the relation blocked-by.',
  },
  '503-retry-after': {
    section: 'RFC 9110 §15.6.4',
    level: 'MAY-chosen',
    sentence: 'A 503 says how long to wait where the app knows.',
  },
  '505-versions': {
    section: 'RFC 9110 §15.6.6',
    level: 'SHOULD',
    sentence: 'A 505 says why, and which versions are supported.',
  },
  '511-login': {
    section: 'RFC 6585 §6',
    level: 'SHOULD',
    sentence: 'A 511 links to the resource where to log in.',
  },
  '511-no-form': {
    section: 'RFC 6585 §6',
    level: 'SHOULD',
    sentence: 'A 511 does not contain the login itself.',
  },
  '511-not-origin': {
    section: 'RFC 6585 §6',
    level: 'SHOULD',
    sentence: "An origin server does not make a 511: another server's does not become ours.",
  },
  '511-not-stored': {
    section: 'RFC 6585 §6',
    level: 'MUST',
    sentence: 'A 511 is not stored by a cache, whatever the error says.',
  },

  // Fields
  'retry-after-format': {
    section: 'RFC 9110 §10.2.3',
    level: 'MUST',
    sentence: 'Retry-After is an HTTP-date or whole seconds, 0 or more.',
  },
  'early-answer': {
    section: 'RFC 9110 §10.1.1; RFC 9112 §9.3',
    level: 'MUST',
    sentence: 'An answer before the content was read is followed by reading it, or by a close.',
  },
  'field-values': {
    section: 'RFC 9110 §5.5',
    level: 'MUST',
    sentence: 'No field value has CR, LF or NUL.',
  },
  'field-values-octets': {
    section: 'RFC 9110 §5.5',
    level: 'SHOULD',
    sentence: 'What Latin-1 does not have is encoded or left out, never lost with the response.',
  },
  'single-valued': {
    section: 'RFC 9110 §5.3',
    level: 'MUST',
    sentence: 'A field whose value is no list leaves once, with the first of its values.',
  },
  'field-names': {
    section: 'RFC 9110 §5.1',
    level: 'MUST',
    sentence: 'Field names are tokens.',
  },

  // Challenges
  'challenge-grammar': {
    section: 'RFC 9110 §11.3',
    level: 'MUST',
    sentence: 'A challenge has parameters or a token68, never both.',
  },
  'challenge-param-once': {
    section: 'RFC 9110 §11.2',
    level: 'MUST',
    sentence: 'A parameter occurs once in a challenge, whatever the case of its name.',
  },
  'challenge-field-value': {
    section: 'RFC 9110 §5.5',
    level: 'MUST',
    sentence: 'Nothing in a challenge begins another header line or another challenge.',
  },
  'challenge-same-scheme': {
    section: 'RFC 9110 §11.6.1',
    level: 'MAY-chosen',
    sentence: 'The same scheme may challenge twice, for two realms.',
  },
  'challenge-lines': {
    section: 'RFC 9110 §11.6.1, §5.3',
    level: 'MAY-chosen',
    sentence: 'Each challenge has a header line of its own, since browsers misread lists.',
  },
  'challenge-list': {
    section: 'RFC 9110 §11.6.1, §5.6.1',
    level: 'MAY-chosen',
    sentence: 'Challenges that others have joined with commas are split into lines.',
  },
  'challenge-order': {
    section: 'RFC 9110 §11.6.1',
    level: 'MAY-chosen',
    sentence: 'Challenges of schemes that every client knows come first.',
  },
  'challenge-realm-quoted': {
    section: 'RFC 9110 §11.5',
    level: 'MUST',
    sentence: 'A realm is written as a quoted-string.',
  },
  'challenge-quoted-pair': {
    section: 'RFC 9110 §5.6.4',
    level: 'SHOULD',
    sentence: 'Only quotes and backslashes are escaped in a quoted-string.',
  },
  'basic-realm': {
    section: 'RFC 7617 §2',
    level: 'MUST',
    sentence: 'A Basic challenge has a realm.',
  },
  'basic-charset': {
    section: 'RFC 7617 §2.1',
    level: 'MUST',
    sentence: 'The charset of a Basic challenge is UTF-8 or absent.',
  },
  'digest-algorithms': {
    section: 'RFC 7616 §3.7',
    level: 'SHOULD',
    sentence: 'Digest challenges come in the order in which the server prefers their algorithms.',
  },
  'digest-quoted': {
    section: 'RFC 7616 §3.3',
    level: 'MUST',
    sentence: 'realm, domain, nonce, opaque and qop of a Digest challenge are quoted.',
  },
  'digest-bare': {
    section: 'RFC 7616 §3.3',
    level: 'MUST',
    sentence: 'stale and algorithm of a Digest challenge are not quoted.',
  },
  'bearer-param': {
    section: 'RFC 6750 §3',
    level: 'MUST',
    sentence: 'A Bearer challenge has one parameter or more.',
  },
  'bearer-error-text': {
    section: 'RFC 6750 §3',
    level: 'MUST',
    sentence: 'error and error_description have no quotes, no backslashes, nothing but ASCII.',
  },
  'bearer-scope-text': {
    section: 'RFC 6750 §3',
    level: 'MUST',
    sentence: 'scope is a list of tokens without quotes and backslashes, one space between them.',
  },
  'bearer-error-uri': {
    section: 'RFC 6750 §3',
    level: 'MUST',
    sentence: 'error_uri is a URI reference without quotes, backslashes and spaces.',
  },
  'bearer-invalid-request': {
    section: 'RFC 6750 §3.1',
    level: 'SHOULD',
    sentence: 'A malformed use of a token is a 400 with error="invalid_request".',
  },
  'bearer-invalid-token': {
    section: 'RFC 6750 §3.1',
    level: 'SHOULD',
    sentence: 'A token that does not hold is a 401 with error="invalid_token".',
  },
  'bearer-insufficient-scope': {
    section: 'RFC 6750 §3.1',
    level: 'SHOULD',
    sentence: 'A token of too little scope is a 403 that says which scope would do.',
  },
  'bearer-no-credentials': {
    section: 'RFC 6750 §3.1',
    level: 'SHOULD',
    sentence: 'A request without credentials of the scheme is told no error of them.',
  },
  'bearer-elsewhere': {
    section: 'RFC 6750 §2.2, §2.3, §3.1',
    level: 'SHOULD',
    sentence: 'A token in the content or the query is a credential: its error is told.',
  },
  'resource-metadata': {
    section: 'RFC 9728 §5.1',
    level: 'MAY-chosen',
    sentence: 'Challenges for tokens point to the metadata of the protected resource.',
  },
  'step-up': {
    section: 'RFC 9470 §3',
    level: 'MUST',
    sentence: 'A login that is too weak or too old is a 401 that says what would do.',
  },
  'dpop-algs': {
    section: 'RFC 9449 §7.1',
    level: 'SHOULD',
    sentence: 'A DPoP challenge lists the algorithms of proofs.',
  },
  'dpop-error': {
    section: 'RFC 9449 §7.1',
    level: 'SHOULD',
    sentence: 'A DPoP challenge says what was wrong to a request that had an access token.',
  },
  'dpop-tried': {
    section: 'RFC 9449 §7.2',
    level: 'MUST',
    sentence: 'Beside Bearer, only the scheme that was tried carries the error.',
  },
  'dpop-nonce-once': {
    section: 'RFC 9449 §8.1',
    level: 'MUST',
    sentence: 'There is one DPoP-Nonce at most.',
  },
  'dpop-nonce-uncacheable': {
    section: 'RFC 9449 §8.2',
    level: 'MUST',
    sentence: 'A response with a nonce is not stored by a cache.',
  },
  'dpop-not-for-proxies': {
    section: 'RFC 9449 §7.1',
    level: 'MUST',
    sentence: 'Proxy-Authenticate has no DPoP challenge.',
  },
  'dpop-cors': {
    section: 'RFC 9449 §8.2; Fetch §3.3.3',
    level: 'SHOULD',
    sentence: 'Scripts of other origins that may read the response may read the challenge.',
  },

  // Problem details
  'problem-type': {
    section: 'RFC 9457 §3.1.1, §4.2.1',
    level: 'MUST',
    sentence: 'The type is a URI reference, about:blank where the error has none of its own.',
  },
  'problem-title': {
    section: 'RFC 9457 §3.1.3, §4.2.1',
    level: 'SHOULD',
    sentence: 'The title of about:blank is the phrase of the status; it varies only by language.',
  },
  'problem-status': {
    section: 'RFC 9457 §3.1.2',
    level: 'MUST',
    sentence: 'The member status equals the status of the response.',
  },
  'problem-detail': {
    section: 'RFC 9457 §3.1.4, §5',
    level: 'SHOULD',
    sentence: 'The detail helps the client to mend the problem and has no debugging information.',
  },
  'problem-instance': {
    section: 'RFC 9457 §3.1.5',
    level: 'MAY-chosen',
    sentence: 'Each occurrence has an instance, which the report carries too.',
  },
  'problem-extensions': {
    section: 'RFC 9457 §3.2',
    level: 'SHOULD',
    sentence: 'Extension members stand beside the others and never replace them.',
  },
  'problem-xml-namespace': {
    section: 'RFC 9457 appendix B',
    level: 'MUST',
    sentence: 'The XML document is in the namespace urn:ietf:rfc:7807.',
  },
  'problem-xml-arrays': {
    section: 'RFC 9457 appendix B',
    level: 'MUST',
    sentence: 'The items of an array are elements <i>.',
  },
  'problem-xml-names': {
    section: 'RFC 9457 §3.2; XML 1.0 §2.3',
    level: 'MUST',
    sentence: 'Only members whose names XML allows become elements, so that it is well-formed.',
  },
  'html-safe': {
    section: 'HTML §13.1.2; RFC 9457 appendix C',
    level: 'MUST',
    sentence: 'Nothing that an error says can become markup or script of the page.',
  },

  // Negotiation
  'accept-specificity': {
    section: 'RFC 9110 §12.5.1',
    level: 'MUST',
    sentence: 'The most specific range that covers a media type decides on it.',
  },
  'accept-q0': {
    section: 'RFC 9110 §12.4.2',
    level: 'MUST',
    sentence: 'What has q=0 is not sent while anything else is acceptable.',
  },
  'accept-nothing': {
    section: 'RFC 9110 §12.4.1',
    level: 'MAY-chosen',
    sentence: 'Where nothing is acceptable the default format is sent, never an empty body.',
  },
  'accept-language': {
    section: 'RFC 9110 §12.5.4, §8.5',
    level: 'SHOULD',
    sentence: 'The body is in the language that the client prefers, and says which it is.',
  },
  vary: {
    section: 'RFC 9110 §12.5.5',
    level: 'SHOULD',
    sentence: 'Vary names every field that took part in the choice, though the request had none.',
  },
  'vary-merged': {
    section: 'RFC 9110 §12.5.5',
    level: 'SHOULD',
    sentence: 'What the app says in Vary stays there, each name once.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
