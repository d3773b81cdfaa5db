/** A character of a token, for regular expressions (RFC 9110 §5.6.2). */
export const TCHAR = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]";

/** token = 1*tchar (RFC 9110 §5.6.2) */
export const TOKEN = new RegExp(`^${TCHAR}+$`);

/** protocol = protocol-name [ "/" protocol-version ], both tokens (RFC 9110 §7.8) */
export const PROTOCOL = new RegExp(`^${TCHAR}+(?:/${TCHAR}+)?$`);
