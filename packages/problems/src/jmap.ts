import { defineProblem } from '@faultless/core';

const NAMESPACE = 'urn:ietf:params:jmap:error:';

/** 400: the request uses a capability that the server doesn't have. @see RFC 8620 §3.6.1 */
export const UnknownCapability = defineProblem({
  type: `${NAMESPACE}unknownCapability`,
  title: 'Unknown capability',
  status: 400,
  name: 'UnknownCapability',
});

/** 400: the content is no JSON, or has another media type. @see RFC 8620 §3.6.1 */
export const NotJson = defineProblem({
  type: `${NAMESPACE}notJSON`,
  title: 'Not JSON',
  status: 400,
  name: 'NotJson',
});

/** 400: the content is JSON, and no Request object. @see RFC 8620 §3.6.1 */
export const NotRequest = defineProblem({
  type: `${NAMESPACE}notRequest`,
  title: 'Not a request',
  status: 400,
  name: 'NotRequest',
});

/** 400: the request is beyond what the server's capabilities say it takes. @see RFC 8620 §3.6.1 */
export const LimitReached = defineProblem<{
  /** The name of the limit, such as `maxCallsInRequest`. */
  readonly limit: string;
}>({
  type: `${NAMESPACE}limit`,
  title: 'A limit was reached',
  status: 400,
  name: 'LimitReached',
});
