import { ContentTooLarge, NotFound, Unauthorized } from '@faultless/node';
import type { Handler } from './servers.js';

const ROUTES: Readonly<Record<string, Handler>> = {
  '/': (_request, response) => void response.end('fine'),
  '/slow': async (_request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    response.end('slow');
  },
  '/until-gone': (request, response) => void request.on('close', () => response.end('late')),
  '/echo': async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    response.end(text);
  },
  '/early': () => {
    throw new ContentTooLarge();
  },
  '/denied': () => {
    throw new Unauthorized('test');
  },
  '/broken': () => Promise.reject(new Error('a secret')),
  '/half': async (_request, response) => {
    await new Promise((resolve) => response.write('half', resolve));
    throw new Error('after the header left');
  },
};

/** An application with a route for each way to answer, or not to. */
export const answer: Handler = (request, response) => {
  const route = ROUTES[request.url ?? ''];
  if (route === undefined) throw new NotFound();
  return route(request, response);
};
