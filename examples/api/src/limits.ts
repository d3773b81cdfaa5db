/** The longest content of a request, in bytes: short, so that a curl line can exceed it. */
export const CONTENT_LIMIT = 200;
