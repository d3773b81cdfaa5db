/** What the types of IANA's "HTTP Problem Types" registry begin with (RFC 9457 §4.2). */
export const REGISTRY = 'https://iana.org/assignments/http-problem-types#';
