import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createNodeResponder } from '@faultless/node/adapter';
import { SCENARIOS, type Scenario } from '../scenarios.js';
import { faultlessErrors } from './faultless-errors.js';

/** The answer to one scenario, byte for byte as Faultless gives it, ready to be written by hand. */
export interface RecordedAnswer {
  readonly status: number;
  readonly reason: string;
  /** Names and values in turn, as `writeHead` takes them. */
  readonly headers: string[];
  /** The same as an object, without the length. */
  readonly fields: Readonly<Record<string, string>>;
  /** The document that the body is, if it is JSON. */
  readonly problem: object | undefined;
  /** The body around the instance, which is new for each request. */
  readonly before: string;
  readonly after: string;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

const responder = createNodeResponder<IncomingMessage>({ report: () => undefined });

function record({ method, path, headers }: Scenario): RecordedAnswer {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', headers, httpVersionMajor: 1 });
  const response = new ServerResponse(request);
  const { reply } = responder.respond(faultlessErrors[path]?.(), {
    request,
    response,
    state: 'open',
    context: request,
  });
  if (reply.action !== 'send') throw new Error(`${method} ${path} was not answered`);
  const [before = '', after = ''] = reply.body.split(UUID);
  return {
    status: reply.status,
    reason: reply.reason,
    headers: reply.headers.flatMap(([name, value]) => [name, String(value)]),
    fields: Object.fromEntries(
      reply.headers
        .filter(([name]) => name !== 'Content-Length')
        .map(([name, value]) => [name, String(value)]),
    ),
    problem: reply.body.startsWith('{') ? (JSON.parse(reply.body) as object) : undefined,
    before,
    after,
  };
}

const RECORDED = new Map(
  SCENARIOS.filter(({ status }) => status >= 400).map((scenario) => [
    keyOf(scenario.path, scenario.headers),
    record(scenario),
  ]),
);

/** Finds the answer to a request as somebody would who wrote an `if` for each case. */
export function findAnswer({ url = '', headers }: IncomingMessage): RecordedAnswer | undefined {
  return RECORDED.get(keyOf(url, headers));
}

function keyOf(path: string, headers: Readonly<Record<string, unknown>>): string {
  const html = String(headers.accept).startsWith('text/html') ? ' html' : '';
  const chinese = String(headers['accept-language']).startsWith('zh') ? ' zh' : '';
  return path + html + chinese;
}

/** The body for one request. */
export function bodyOf({ before, after }: RecordedAnswer): string {
  return before + randomUUID() + after;
}

/** The body for one request, with its JSON put together as a person would who keeps no texts. */
export function stringifiedBodyOf(answer: RecordedAnswer): string {
  if (answer.problem === undefined) return bodyOf(answer);
  return JSON.stringify({ ...answer.problem, instance: `urn:uuid:${randomUUID()}` });
}
