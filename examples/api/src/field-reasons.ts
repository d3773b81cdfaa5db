/** Why a part of an answer is there. */
export interface Reason {
  /** Where it is written, such as `RFC 9110 §8.3`. */
  readonly section: string;
  readonly text: string;
  /** The status that it holds for, where another status has another reason. */
  readonly status?: number;
}

/** The first that holds for the status is the reason. */
type Reasons = Readonly<Record<string, readonly Reason[]>>;

export const STATUS_REASONS: Readonly<Record<number, Reason>> = {
  200: {
    section: 'RFC 9110 §15.3.1',
    text: 'The response had begun when its stream failed, or nothing failed at all.',
  },
  400: { section: 'RFC 9110 §15.5.1', text: 'The server can not read what the client sent.' },
  401: {
    section: 'RFC 9110 §15.5.2',
    text: 'Who asks is not known: sign in, as the challenge says.',
  },
  403: { section: 'RFC 9110 §15.5.4', text: 'Who asks is known, and may not.' },
  404: {
    section: 'RFC 9110 §15.5.5',
    text: 'It is not there, or the server will not say that it is. The client can not tell which.',
  },
  405: {
    section: 'RFC 9110 §15.5.6',
    text: 'The resource is there, and has other methods: see Allow.',
  },
  409: { section: 'RFC 9110 §15.5.10', text: 'The state of the resource stands against it.' },
  410: { section: 'RFC 9110 §15.5.11', text: 'It was there, and will not come back.' },
  413: { section: 'RFC 9110 §15.5.14', text: 'The content is larger than what is taken here.' },
  415: { section: 'RFC 9110 §15.5.16', text: 'The content is in a format that is not taken here.' },
  416: { section: 'RFC 9110 §15.5.17', text: 'The range lies behind the end.' },
  422: {
    section: 'RFC 9110 §15.5.21',
    text: 'The content can be read, and says what can not be done.',
  },
  423: {
    section: 'RFC 4918 §11.3',
    text: 'The resource is locked. The error said so, and http-errors made it.',
  },
  426: { section: 'RFC 9110 §15.5.22', text: 'The server answers this in another protocol only.' },
  429: { section: 'RFC 6585 §4', text: 'The client asked too often.' },
  431: {
    section: 'RFC 6585 §5',
    text: 'The header is larger than what Node reads; the body names the field.',
  },
  451: { section: 'RFC 7725 §3', text: 'A law forbids it; the body and Link say which.' },
  500: {
    section: 'RFC 9110 §15.6.1',
    text: 'Whatever was thrown, the client learns only that it is not at fault.',
  },
  501: {
    section: 'RFC 9110 §15.6.2',
    text: 'The server knows this method for no resource at all.',
  },
  503: { section: 'RFC 9110 §15.6.4', text: 'Not now; Retry-After says when.' },
  505: {
    section: 'RFC 9110 §15.6.6',
    text: 'The server does not speak this version; the body says which it does.',
  },
};

const FIELD_REASONS: Reasons = {
  'content-type': [
    { section: 'RFC 9110 §8.3', text: 'What the body is: the format that Accept asked for.' },
  ],
  'content-language': [
    { section: 'RFC 9110 §8.5', text: 'The language of the body: what Accept-Language asked for.' },
  ],
  'x-content-type-options': [
    {
      section: 'Fetch §3.6',
      text: 'The browser takes the body for what Content-Type says, and never guesses a script in it.',
    },
  ],
  'content-security-policy': [
    {
      section: 'CSP3 §3.1',
      text: 'The page may use its own style, and nothing else: no script, no frame, no form.',
    },
  ],
  'www-authenticate': [
    {
      section: 'RFC 9110 §11.6.1',
      text: 'A 401 MUST say how to sign in. Each challenge has a line of its own.',
    },
  ],
  'cache-control': [
    {
      status: 404,
      section: 'RFC 9110 §15.1',
      text: 'A 404 may be stored unless it says otherwise. This one may hide something, so each 404 says no-store.',
    },
    { status: 429, section: 'RFC 6585 §4', text: 'A 429 MUST NOT be stored.' },
    { status: 431, section: 'RFC 6585 §5', text: 'A 431 MUST NOT be stored.' },
    {
      section: 'RFC 9111 §5.2.2.5',
      text: 'No cache answers the next client with this error, whatever the failed handler had allowed.',
    },
  ],
  vary: [
    {
      section: 'RFC 9110 §12.5.5',
      text: 'Another Accept or Accept-Language would have got another body, and caches have to know.',
    },
  ],
  'content-length': [
    {
      section: 'RFC 9110 §8.6',
      text: 'The bytes of this body, not of the one that the handler had begun.',
    },
  ],
  allow: [
    { section: 'RFC 9110 §10.2.1', text: 'A 405 MUST list the methods that the resource has.' },
  ],
  accept: [{ section: 'RFC 9110 §12.5.1', text: 'The media types that would have been taken.' }],
  'accept-patch': [
    { section: 'RFC 5789 §2.2', text: 'The patch formats that would have been taken.' },
  ],
  'content-range': [
    { section: 'RFC 9110 §14.4', text: 'How long it really is, so that the client can ask again.' },
  ],
  upgrade: [{ section: 'RFC 9110 §7.8', text: 'A 426 MUST name the protocol to change to.' }],
  connection: [
    {
      status: 426,
      section: 'RFC 9110 §7.8',
      text: 'Upgrade holds for this connection only, so it is listed here.',
    },
    {
      section: 'RFC 9112 §9.6',
      text: 'The server closes after this answer: the request asked for it, or can not be trusted.',
    },
  ],
  'retry-after': [{ section: 'RFC 9110 §10.2.3', text: 'When to come back, in whole seconds.' }],
  link: [{ section: 'RFC 7725 §4', text: 'Who demands the block: the relation is blocked-by.' }],
  date: [{ section: 'RFC 9110 §6.6.1', text: 'When it was answered. Node adds it.' }],
  etag: [{ section: 'RFC 9110 §8.8.3', text: 'The version of what was sent. An error has none.' }],
  'transfer-encoding': [
    {
      section: 'RFC 9112 §7.1',
      text: 'The length was not known at the beginning. Without its last chunk the body is not whole.',
    },
  ],
};

const MEMBER_REASONS: Readonly<Record<string, Reason>> = {
  type: {
    section: 'RFC 9457 §3.1.1',
    text: 'What kind of problem it is. about:blank: what the status says, no more.',
  },
  title: {
    section: 'RFC 9457 §3.1.3',
    text: 'A short summary that is the same for every problem of its type.',
  },
  status: {
    section: 'RFC 9457 §3.1.2',
    text: 'The status once more, for whoever has the body only. It is always the real one.',
  },
  detail: {
    section: 'RFC 9457 §3.1.4',
    text: 'What this client can do about this problem. Nothing about the inside of the server.',
  },
  instance: {
    section: 'RFC 9457 §3.1.5',
    text: 'Names this one occurrence: the operator finds it in the report.',
  },
  temporary: {
    section: 'RFC 9110 §15.5',
    text: 'An error SHOULD say whether it is temporary or permanent.',
  },
  code: { section: 'RFC 9457 §3.2', text: 'A stable word that a program can switch on.' },
  errors: {
    section: 'RFC 9457 §3',
    text: "Each fault in the content, with a pointer to it, as in the RFC's own example.",
  },
};

/** What a member is that the application made up. */
const OWN_MEMBER: Reason = {
  section: 'RFC 9457 §3.2',
  text: 'A member of this problem type. Clients that do not know it ignore it.',
};

const FIELDS = new Map(Object.entries(FIELD_REASONS));
const MEMBERS = new Map(Object.entries(MEMBER_REASONS));

/** The reason for a member of a problem document. */
export function findMemberReason(name: string): Reason {
  return MEMBERS.get(name) ?? OWN_MEMBER;
}

/** The reason for a field, if it is told here. */
export function findFieldReason(name: string, status: number): Reason | undefined {
  const reasons = FIELDS.get(name.toLowerCase());
  return reasons?.find((reason) => (reason.status ?? status) === status);
}

/** Where a section can be read. */
export function findSectionUrl(section: string): string {
  const [, rfc, number] = /^RFC (\d+) §([\d.]+)$/.exec(section) ?? [];
  if (rfc !== undefined) return `https://www.rfc-editor.org/rfc/rfc${rfc}.html#section-${number}`;
  const page = OTHER_STANDARDS[section];
  if (page === undefined) throw new Error(`nobody knows where ${section} is`);
  return page;
}

const OTHER_STANDARDS: Readonly<Record<string, string>> = {
  'Fetch §3.6': 'https://fetch.spec.whatwg.org/#x-content-type-options-header',
  'CSP3 §3.1': 'https://www.w3.org/TR/CSP3/#csp-header',
};
