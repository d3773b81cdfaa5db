import { REGISTERED_ERRORS, type RegisteredErrorCode } from '../statuses/registered.js';
import type { CompleteLocale, StatusTexts } from './locale.js';

/** What a status means, and what to do. */
const TEXTS: Readonly<Record<RegisteredErrorCode, Omit<StatusTexts, 'title'>>> = {
  400: {
    detail: 'The request could not be processed because something in it is not valid.',
    advice: 'Check what you entered and send it again. Unchanged, it will fail again.',
  },
  401: {
    detail: 'This needs you to sign in, or the credentials that were sent are not valid.',
    advice: 'Sign in and try again. If you were signed in, your session may have ended.',
  },
  402: {
    detail: 'This is available only after a payment.',
    advice: 'Complete the payment or check your plan, then try again.',
  },
  403: {
    detail: 'You do not have permission to do this.',
    advice: 'If you need it, ask the owner for access or sign in with another account.',
  },
  404: {
    detail: 'There is nothing to show at this address.',
    advice: 'Check the address for typing errors, or go back and follow another link.',
  },
  405: {
    detail: 'This address exists, but it does not support the method of the request.',
    advice: 'Use one of the methods that the Allow header lists.',
  },
  406: {
    detail: 'This is not available in any format or language that the request accepts.',
    advice: 'Ask for another format or language, or accept any with */*.',
  },
  407: {
    detail: 'A proxy on the way needs you to sign in before it passes the request on.',
    advice: 'Sign in to the proxy, or ask whoever runs your network how to do so.',
  },
  408: {
    detail: 'The request took too long to arrive in full.',
    advice: 'Check your connection and send it again.',
  },
  409: {
    detail: 'The request does not fit the present state of what it is about.',
    advice: 'Load the latest version, make your change there and send it again.',
  },
  410: {
    detail: 'This has been removed and is not expected to come back.',
    advice: 'Remove links and bookmarks that lead here.',
  },
  411: {
    detail: 'The request must say how long its content is.',
    advice: 'Send it again with a Content-Length header.',
  },
  412: {
    detail: 'A condition that the request set does not hold; the content may have changed.',
    advice: 'Load the latest version and try again from there.',
  },
  413: {
    detail: 'The content sent is larger than what is accepted here.',
    advice: 'Send something smaller, or split it into several parts.',
  },
  414: {
    detail: 'The address of the request is longer than what is accepted here.',
    advice: 'Shorten the address, or send the long part as the content of the request.',
  },
  415: {
    detail: 'The content was sent in a format or coding that is not supported here.',
    advice: 'Convert it to a supported format, and check Content-Type and Content-Encoding.',
  },
  416: {
    detail: 'The part that was asked for lies outside the content.',
    advice: 'Ask for a range within the present length, or for the whole.',
  },
  417: {
    detail: 'The expectation in the Expect header cannot be met.',
    advice: 'Send the request again without the Expect header.',
  },
  418: {
    detail: 'This is a teapot, and it was asked to brew coffee.',
    advice: 'Ask for tea, or find a coffee pot.',
  },
  421: {
    detail: 'The request reached a server that does not answer for this address.',
    advice: 'Try again over a new connection: reloading the page usually makes one.',
  },
  422: {
    detail: 'The request was understood, but some of its values are not valid.',
    advice: 'Correct the values and send it again. Unchanged, it will fail again.',
  },
  423: {
    detail: 'This is locked at the moment and cannot be changed.',
    advice: 'Wait until the lock is released, or ask whoever holds it.',
  },
  424: {
    detail: 'This step was not carried out because another one that it depends on failed.',
    advice: 'Find out why the other step failed, then repeat both.',
  },
  425: {
    detail: 'The request came before the connection was fully set up and might be a replay.',
    advice: 'Send it again now that the connection stands.',
  },
  426: {
    detail: 'This is not served over the protocol that the request used.',
    advice: 'Switch to a protocol that the Upgrade header lists; updating the client may help.',
  },
  428: {
    detail:
      "The request must be conditional, such as by If-Match, so that it cannot overwrite someone else's change.",
    advice: 'Load the latest version and send its ETag in an If-Match header.',
  },
  429: {
    detail: 'There were too many requests in a short time.',
    advice: 'Wait a little, then try again more slowly.',
  },
  431: {
    detail: 'The headers of the request are larger than what is accepted here.',
    advice: 'Clear the cookies of this site, or send fewer and shorter headers.',
  },
  451: {
    detail: 'This is not shown because of a legal demand.',
    advice: 'If there is a link to the demand, it says who made it and why.',
  },
  500: {
    detail: 'Something went wrong on our side, and the request could not be completed.',
    advice: 'Try again later. If it keeps happening, tell support what you were doing.',
  },
  501: {
    detail: 'The server does not have what it takes to carry out this request.',
    advice: 'Trying again will not help. Check whether another request does what you need.',
  },
  502: {
    detail: 'A service that this request needs did not give a usable answer.',
    advice: 'Try again in a minute.',
  },
  503: {
    detail: 'The service cannot take requests right now.',
    advice: 'Wait a few minutes, then try again.',
  },
  504: {
    detail: 'A service that this request needs did not answer in time.',
    advice: 'Try again in a minute. If it was a change, first check whether it went through.',
  },
  505: {
    detail: 'The server does not support the version of HTTP that the request used.',
    advice: 'Use HTTP/1.1 or a version that this answer names.',
  },
  506: {
    detail: 'The server could not settle on one version of the content to send.',
    advice: 'Tell support: this cannot be mended from your side.',
  },
  507: {
    detail: 'There is not enough space at the moment to store what was sent.',
    advice: 'Free some space if you can, or try again later.',
  },
  508: {
    detail: 'The request was stopped because following it would never have ended.',
    advice: 'Remove the reference that leads back to itself, or ask for fewer levels.',
  },
  510: {
    detail: 'The request lacks an extension that is needed to carry it out.',
    advice: 'Add the extension that this answer describes and send it again.',
  },
  511: {
    detail: 'The network you are on wants you to sign in before it lets you through.',
    advice: 'Open the sign-in page of the network, then try again.',
  },
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
    ...withPhrases(TEXTS),
    clientError: {
      title: 'Client Error',
      detail: 'The request could not be fulfilled as it was sent.',
      advice: 'Check the request before you send it again.',
    },
    serverError: {
      title: 'Server Error',
      detail: 'The server could not fulfil the request.',
      advice: 'Try again later. If it keeps happening, tell support what you were doing.',
    },
  },
};

function withPhrases(texts: typeof TEXTS): Record<RegisteredErrorCode, StatusTexts> {
  const entries = Object.entries(REGISTERED_ERRORS).map(([status, { phrase }]) => [
    status,
    { title: phrase, ...texts[Number(status) as RegisteredErrorCode] },
  ]);
  return Object.fromEntries(entries) as Record<RegisteredErrorCode, StatusTexts>;
}
