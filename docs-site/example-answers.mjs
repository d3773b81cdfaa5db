import * as core from '@faultless/core';
import {
  BUILT_IN_LOCALES,
  BUILT_IN_NEGOTIATION,
  BUILT_IN_RENDERERS,
  createResponder,
} from '@faultless/core/adapter';
import { findStatus } from '@faultless/core/statuses';

const parts = {
  renderers: BUILT_IN_RENDERERS,
  locales: BUILT_IN_LOCALES,
  negotiation: BUILT_IN_NEGOTIATION,
  report: () => undefined,
};
const responder = createResponder({ stackTraces: 'none' }, parts);

/** What leaves for a line such as `throw new NotFound()`; undefined where the connection is closed. */
export function answerTo(line) {
  const make = new Function(...Object.keys(core), line.replace('throw', 'return'));
  const request = { method: 'GET', url: '/', headers: {} };
  const { reply } = responder.respond(make(...Object.values(core)), {
    request,
    response: { getHeader: () => undefined, getHeaderNames: () => [] },
    state: 'open',
    context: request,
  });
  if (reply.action !== 'send') return undefined;
  const [{ phrase }] = findStatus(reply.status);
  const fields = reply.headers.flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}`),
  );
  return [`HTTP/1.1 ${reply.status} ${phrase}`, ...fields, '', reply.body].join('\n');
}
