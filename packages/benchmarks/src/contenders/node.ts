import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { handle } from '@faultless/node';
import { FINE } from '../scenarios.js';
import type { Contender } from './contender.js';
import { madeBefore, madeNow } from './errors.js';
import { faultlessErrors } from './faultless-errors.js';
import { bodyOf, findAnswer, type RecordedAnswer, stringifiedBodyOf } from './recorded-answers.js';

export const succeed: RequestListener = (_request, response) => {
  const body = JSON.stringify(FINE);
  response.writeHead(200, [
    'Content-Type',
    'application/json',
    'Content-Length',
    String(body.length),
  ]);
  response.end(body);
};

/** Writes a body that was put together for this request, and counts it. */
function writeStringified(answer: RecordedAnswer, response: ServerResponse): void {
  const body = stringifiedBodyOf(answer);
  response.writeHead(answer.status, answer.reason, {
    ...answer.fields,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? '' : body);
}

/** The ways of node:http, which are those of node:http2 with its compatibility API. */
const WAYS: readonly (Pick<Contender, 'name' | 'floor'> & {
  readonly listener: RequestListener;
})[] = [
  {
    name: 'floor: writeHead by hand',
    floor: true,
    listener: (request, response) => {
      const answer = findAnswer(request);
      if (answer === undefined) {
        succeed(request, response);
        return;
      }
      response.writeHead(answer.status, answer.reason, answer.headers);
      response.end(request.method === 'HEAD' ? '' : bodyOf(answer));
    },
  },
  {
    name: 'body stringified by hand',
    listener: (request, response) => {
      const answer = findAnswer(request);
      if (answer === undefined) succeed(request, response);
      else writeStringified(answer, response);
    },
  },
  {
    name: 'thrown, writeHead by hand',
    listener: (request, response) => {
      try {
        const create = madeBefore[request.url ?? ''];
        if (create !== undefined) throw create();
        succeed(request, response);
      } catch {
        const answer = findAnswer(request) as RecordedAnswer;
        response.writeHead(answer.status, answer.reason, answer.headers);
        response.end(request.method === 'HEAD' ? '' : bodyOf(answer));
      }
    },
  },
  {
    name: 'an Error made and thrown, body stringified by hand',
    listener: (request, response) => {
      try {
        const create = madeNow[request.url ?? ''];
        if (create !== undefined) throw create();
        succeed(request, response);
      } catch {
        writeStringified(findAnswer(request) as RecordedAnswer, response);
      }
    },
  },
  { name: 'no handler', listener: succeed },
  {
    name: 'Faultless',
    listener: handle(
      (request, response) => {
        const create = faultlessErrors[request.url ?? ''];
        if (create !== undefined) throw create();
        succeed(request, response);
      },
      { report: () => undefined },
    ),
  },
];

export const NODE: readonly Contender[] = WAYS.map(({ listener, ...way }) => ({
  ...way,
  group: 'node',
  create: () => createServer(listener),
}));

export const HTTP2: readonly Contender[] = WAYS.map(({ listener, ...way }) => ({
  ...way,
  group: 'http2',
  create: () => createHttp2Server(listener as never),
}));
