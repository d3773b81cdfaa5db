// Registered by RFC 9458, Oblivious HTTP

export { DateNotAcceptable, OhttpKeyNotAcceptable } from './registered/oblivious-http.js';

// Registered by "HTTP Problem Types for Digest Fields"

export {
  InvalidDigestValues,
  MismatchedDigestValues,
  UnsupportedHashingAlgorithms,
} from './registered/digest-fields.js';
