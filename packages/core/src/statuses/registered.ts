/** What the registry and its RFCs say of one status code. */
export interface RegisteredStatus {
  /** The reason phrase, as RFC 9110 or the registering RFC spells it. */
  readonly phrase: string;
  /** Whether repeating the very same request may work later; absent where the status itself says nothing. */
  readonly temporary?: boolean;
}

/**
 * Every 4xx and 5xx of the IANA HTTP Status Code Registry.
 *
 * @see https://www.iana.org/assignments/http-status-codes
 */
export const REGISTERED_ERRORS = {
  400: { phrase: 'Bad Request', temporary: false },
  401: { phrase: 'Unauthorized' },
  402: { phrase: 'Payment Required' },
  403: { phrase: 'Forbidden' },
  404: { phrase: 'Not Found' },
  405: { phrase: 'Method Not Allowed', temporary: false },
  406: { phrase: 'Not Acceptable', temporary: false },
  407: { phrase: 'Proxy Authentication Required' },
  408: { phrase: 'Request Timeout', temporary: true },
  409: { phrase: 'Conflict' },
  410: { phrase: 'Gone', temporary: false },
  411: { phrase: 'Length Required', temporary: false },
  412: { phrase: 'Precondition Failed' },
  413: { phrase: 'Content Too Large' },
  414: { phrase: 'URI Too Long', temporary: false },
  415: { phrase: 'Unsupported Media Type', temporary: false },
  416: { phrase: 'Range Not Satisfiable' },
  417: { phrase: 'Expectation Failed', temporary: false },
  418: {
    phrase: "I'm a teapot",
    temporary: false,
  },
  421: { phrase: 'Misdirected Request' },
  422: { phrase: 'Unprocessable Content', temporary: false },
  423: { phrase: 'Locked' },
  424: { phrase: 'Failed Dependency' },
  425: { phrase: 'Too Early', temporary: true },
  426: { phrase: 'Upgrade Required', temporary: false },
  428: { phrase: 'Precondition Required', temporary: false },
  429: { phrase: 'Too Many Requests', temporary: true },
  431: {
    phrase: 'Request Header Fields Too Large',
    temporary: false,
  },
  451: { phrase: 'Unavailable For Legal Reasons' },
  500: { phrase: 'Internal Server Error' },
  501: { phrase: 'Not Implemented', temporary: false },
  502: { phrase: 'Bad Gateway', temporary: true },
  503: { phrase: 'Service Unavailable', temporary: true },
  504: { phrase: 'Gateway Timeout', temporary: true },
  505: { phrase: 'HTTP Version Not Supported', temporary: false },
  506: { phrase: 'Variant Also Negotiates' },
  507: { phrase: 'Insufficient Storage', temporary: true },
  508: { phrase: 'Loop Detected' },
  510: { phrase: 'Not Extended', temporary: false },
  511: { phrase: 'Network Authentication Required' },
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
