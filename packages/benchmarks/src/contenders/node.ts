import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { handle } from '@faultless/node';
import { FINE } from '../scenarios.js';
import type { Contender } from './contender.js';
import { madeNow } from './errors.js';
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

export const NODE: readonly Contender[] = [
  {
    group: 'node',
    name: 'floor: writeHead by hand',
    floor: true,
    create: () =>
      createServer((request, response) => {
        const answer = findAnswer(request);
        if (answer === undefined) {
          succeed(request, response);
          return;
        }
        response.writeHead(answer.status, answer.reason, answer.headers);
        response.end(request.method === 'HEAD' ? '' : bodyOf(answer));
      }),
  },
  {
    group: 'node',
    name: 'body stringified by hand',
    create: () =>
      createServer((request, response) => {
        const answer = findAnswer(request);
        if (answer === undefined) succeed(request, response);
        else writeStringified(answer, response);
      }),
  },
  {
    group: 'node',
    name: 'an Error made and thrown, body stringified by hand',
    create: () =>
      createServer((request, response) => {
        try {
          const create = madeNow[request.url ?? ''];
          if (create !== undefined) throw create();
          succeed(request, response);
        } catch {
          writeStringified(findAnswer(request) as RecordedAnswer, response);
        }
      }),
  },
  {
    group: 'node',
    name: 'no handler',
    bare: true,
    create: () => createServer(succeed),
  },
  {
    group: 'node',
    name: 'Faultless',
    create: () =>
      createServer(
        handle(
          (request, response) => {
            const create = faultlessErrors[request.url ?? ''];
            if (create !== undefined) throw create();
            succeed(request, response);
          },
          { report: () => undefined },
        ),
      ),
  },
];
