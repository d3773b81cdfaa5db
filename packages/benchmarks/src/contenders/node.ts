import { createServer, type RequestListener } from 'node:http';
import { handle } from '@faultless/node';
import { FINE } from '../scenarios.js';
import type { Contender } from './contender.js';
import { faultlessErrors } from './faultless-errors.js';
import { bodyOf, findAnswer } from './recorded-answers.js';

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
