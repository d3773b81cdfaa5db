import { readTraits, type Traits } from '../read-traits.js';
import { isUnreadableAnswer } from './unreadable-answer.js';

describe('isUnreadableAnswer', () => {
  const read = async (): Promise<Traits> => {
    const thrown: unknown = await new Response('not JSON').json().catch((error: unknown) => error);
    return readTraits(thrown) as Traits;
  };

  it.each<[string, Parameters<typeof isUnreadableAnswer>[1], boolean]>([
    ['nothing is known of the request', undefined, false],
    ['it has no content', { method: 'POST', headers: {}, httpVersionMajor: 1 }, true],
    ['its content is empty', { headers: { 'content-length': '0' }, httpVersionMajor: 1 }, true],
    ['it has content', { headers: { 'content-length': '8' }, httpVersionMajor: 1 }, false],
    ['it has chunks', { headers: { 'transfer-encoding': 'chunked' }, httpVersionMajor: 1 }, false],
    ['it came by GET over HTTP/2', { method: 'GET', headers: {}, httpVersionMajor: 2 }, true],
    ['it may have content over HTTP/2', { method: 'PUT', headers: {}, httpVersionMajor: 2 }, false],
  ])('takes JSON for an answer by what the client has sent: %s', async (_what, request, taken) => {
    expect(isUnreadableAnswer(await read(), request)).toBe(taken);
  });
});
