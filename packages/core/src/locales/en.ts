import { REGISTERED_ERRORS, type RegisteredErrorCode } from '../statuses/registered.js';
import type { CompleteLocale, StatusTexts } from './locale.js';

/** What a status means. */
const DETAILS: Readonly<Record<RegisteredErrorCode, string>> = {
  400: 'The request could not be processed because something in it is not valid.',
  401: 'This needs you to sign in, or the credentials that were sent are not valid.',
  402: 'This is available only after a payment.',
  403: 'You do not have permission to do this.',
  404: 'There is nothing to show at this address.',
  405: 'This address exists, but it does not support the method of the request.',
  406: 'This is not available in any format or language that the request accepts.',
  407: 'A proxy on the way needs you to sign in before it passes the request on.',
  408: 'The request took too long to arrive in full.',
  409: 'The request does not fit the present state of what it is about.',
  410: 'This has been removed and is not expected to come back.',
  411: 'The request must say how long its content is.',
  412: 'A condition that the request set does not hold; the content may have changed.',
  413: 'The content sent is larger than what is accepted here.',
  414: 'The address of the request is longer than what is accepted here.',
  415: 'The content was sent in a format or coding that is not supported here.',
  416: 'The part that was asked for lies outside the content.',
  417: 'The expectation in the Expect header cannot be met.',
  418: 'This is a teapot, and it was asked to brew coffee.',
  421: 'The request reached a server that does not answer for this address.',
  422: 'The request was understood, but some of its values are not valid.',
  423: 'This is locked at the moment and cannot be changed.',
  424: 'This step was not carried out because another one that it depends on failed.',
  425: 'The request came before the connection was fully set up and might be a replay.',
  426: 'This is not served over the protocol that the request used.',
  428: "The request must be conditional, such as by If-Match, so that it cannot overwrite someone else's change.",
  429: 'There were too many requests in a short time.',
  431: 'The headers of the request are larger than what is accepted here.',
  451: 'This is not shown because of a legal demand.',
  500: 'Something went wrong on our side, and the request could not be completed.',
  501: 'The server does not have what it takes to carry out this request.',
  502: 'A service that this request needs did not give a usable answer.',
  503: 'The service cannot take requests right now.',
  504: 'A service that this request needs did not answer in time.',
  505: 'The server does not support the version of HTTP that the request used.',
  506: 'The server could not settle on one version of the content to send.',
  507: 'There is not enough space at the moment to store what was sent.',
  508: 'The request was stopped because following it would never have ended.',
  510: 'The request lacks an extension that is needed to carry it out.',
  511: 'The network you are on wants you to sign in before it lets you through.',
};

/** English, with the reason phrases of RFC 9110 as titles. */
export const en: CompleteLocale = {
  tag: 'en',
  direction: 'ltr',
  labels: {
    reference: 'Reference',
    more: 'Details',
    temporary: 'This is temporary: the same request may work later.',
    wait: 'This is temporary: try again in {time}.',
    errors: 'What to correct',
    field: '{name}: {detail}',
    query: '{name} (query parameter): {detail}',
    path: '{name} (part of the path): {detail}',
    header: '{name} (header field): {detail}',
    cookie: '{name} (cookie): {detail}',
  },
  statuses: {
    ...withPhrases(DETAILS),
    clientError: {
      title: 'Client Error',
      detail: 'The request could not be fulfilled as it was sent.',
    },
    serverError: {
      title: 'Server Error',
      detail: 'The server could not fulfil the request.',
    },
  },
};

function withPhrases(details: typeof DETAILS): Record<RegisteredErrorCode, StatusTexts> {
  const entries = Object.entries(REGISTERED_ERRORS).map(([status, { phrase }]) => [
    status,
    { title: phrase, detail: details[Number(status) as RegisteredErrorCode] },
  ]);
  return Object.fromEntries(entries) as Record<RegisteredErrorCode, StatusTexts>;
}
