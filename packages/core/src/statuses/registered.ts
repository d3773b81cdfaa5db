/** What the registry and its RFCs say of one status code. */
export interface RegisteredStatus {
  /** The reason phrase, as RFC 9110 or the registering RFC spells it. */
  readonly phrase: string;
  /** Whether repeating the very same request may work later; absent where the status itself says nothing. */
  readonly temporary?: boolean;
  /** Where the code is defined. */
  readonly reference: string;
}

/**
 * Every 4xx and 5xx of the IANA HTTP Status Code Registry.
 *
 * @see https://www.iana.org/assignments/http-status-codes
 */
export const REGISTERED_ERRORS = {
  400: { phrase: 'Bad Request', temporary: false, reference: 'RFC 9110 §15.5.1' },
  401: { phrase: 'Unauthorized', reference: 'RFC 9110 §15.5.2' },
  402: { phrase: 'Payment Required', reference: 'RFC 9110 §15.5.3' },
  403: { phrase: 'Forbidden', reference: 'RFC 9110 §15.5.4' },
  404: { phrase: 'Not Found', reference: 'RFC 9110 §15.5.5' },
  405: { phrase: 'Method Not Allowed', temporary: false, reference: 'RFC 9110 §15.5.6' },
  406: { phrase: 'Not Acceptable', temporary: false, reference: 'RFC 9110 §15.5.7' },
  407: { phrase: 'Proxy Authentication Required', reference: 'RFC 9110 §15.5.8' },
  408: { phrase: 'Request Timeout', temporary: true, reference: 'RFC 9110 §15.5.9' },
  409: { phrase: 'Conflict', reference: 'RFC 9110 §15.5.10' },
  410: { phrase: 'Gone', temporary: false, reference: 'RFC 9110 §15.5.11' },
  411: { phrase: 'Length Required', temporary: false, reference: 'RFC 9110 §15.5.12' },
  412: { phrase: 'Precondition Failed', reference: 'RFC 9110 §15.5.13' },
  413: { phrase: 'Content Too Large', reference: 'RFC 9110 §15.5.14' },
  414: { phrase: 'URI Too Long', temporary: false, reference: 'RFC 9110 §15.5.15' },
  415: { phrase: 'Unsupported Media Type', temporary: false, reference: 'RFC 9110 §15.5.16' },
  416: { phrase: 'Range Not Satisfiable', reference: 'RFC 9110 §15.5.17' },
  417: { phrase: 'Expectation Failed', temporary: false, reference: 'RFC 9110 §15.5.18' },
  418: {
    phrase: "I'm a teapot",
    temporary: false,
    reference: 'RFC 9110 §15.5.19, RFC 2324 §2.3.2',
  },
  421: { phrase: 'Misdirected Request', reference: 'RFC 9110 §15.5.20' },
  422: { phrase: 'Unprocessable Content', temporary: false, reference: 'RFC 9110 §15.5.21' },
  423: { phrase: 'Locked', reference: 'RFC 4918 §11.3' },
  424: { phrase: 'Failed Dependency', reference: 'RFC 4918 §11.4' },
  425: { phrase: 'Too Early', temporary: true, reference: 'RFC 8470 §5.2' },
  426: { phrase: 'Upgrade Required', temporary: false, reference: 'RFC 9110 §15.5.22' },
  428: { phrase: 'Precondition Required', temporary: false, reference: 'RFC 6585 §3' },
  429: { phrase: 'Too Many Requests', temporary: true, reference: 'RFC 6585 §4' },
  431: {
    phrase: 'Request Header Fields Too Large',
    temporary: false,
    reference: 'RFC 6585 §5',
  },
  451: { phrase: 'Unavailable For Legal Reasons', reference: 'RFC 7725 §3' },
  500: { phrase: 'Internal Server Error', reference: 'RFC 9110 §15.6.1' },
  501: { phrase: 'Not Implemented', temporary: false, reference: 'RFC 9110 §15.6.2' },
  502: { phrase: 'Bad Gateway', temporary: true, reference: 'RFC 9110 §15.6.3' },
  503: { phrase: 'Service Unavailable', temporary: true, reference: 'RFC 9110 §15.6.4' },
  504: { phrase: 'Gateway Timeout', temporary: true, reference: 'RFC 9110 §15.6.5' },
  505: { phrase: 'HTTP Version Not Supported', temporary: false, reference: 'RFC 9110 §15.6.6' },
  506: { phrase: 'Variant Also Negotiates', reference: 'RFC 2295 §8.1' },
  507: { phrase: 'Insufficient Storage', temporary: true, reference: 'RFC 4918 §11.5' },
  508: { phrase: 'Loop Detected', reference: 'RFC 5842 §7.2' },
  510: { phrase: 'Not Extended', temporary: false, reference: 'RFC 2774 §7' },
  511: { phrase: 'Network Authentication Required', reference: 'RFC 6585 §6' },
} as const satisfies Record<number, RegisteredStatus>;

/** A 4xx or 5xx code of the IANA registry. */
export type RegisteredErrorCode = keyof typeof REGISTERED_ERRORS;

const REGISTERED: Readonly<Record<number, RegisteredStatus | undefined>> = REGISTERED_ERRORS;

/** Looks a 4xx or 5xx code up in the registry. */
export function findRegisteredError(code: number): RegisteredStatus | undefined {
  return REGISTERED[code];
}

/** True for the codes that an error response may carry (RFC 9110 §15): the integers 400–599. */
export function isErrorStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 400 && (value as number) <= 599;
}

/**
 * The reason phrase for any error status. RFC 9110 §15 has clients treat a code they do not know as
 * the x00 of its class, so an unregistered one is named after its class.
 */
export function findReasonPhrase(status: number): string {
  return REGISTERED[status]?.phrase ?? (status < 500 ? 'Client Error' : 'Server Error');
}
