import { defineProblem } from '@faultless/core';
import { REGISTRY } from './iana.js';

/**
 * 400: the gateway can't take the key configuration that the client has encrypted its request with. A
 * client that gets it fetches the configuration again.
 *
 * @see RFC 9458 §5.3
 */
export const OhttpKeyNotAcceptable = defineProblem({
  type: `${REGISTRY}ohttp-key`,
  title: 'Oblivious HTTP key configuration not acceptable',
  status: 400,
  name: 'OhttpKeyNotAcceptable',
});

/**
 * 400: the Date of an encapsulated request is too far from the server's. The client reads the server's
 * from the response's own Date, and sends its request again.
 *
 * @see RFC 9458 §6.5.2
 */
export const DateNotAcceptable = defineProblem({
  type: `${REGISTRY}date`,
  title: 'Date Not Acceptable',
  status: 400,
  name: 'DateNotAcceptable',
});
