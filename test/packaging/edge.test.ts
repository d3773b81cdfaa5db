import { createContext, runInContext } from 'node:vm';
import { jest } from '@jest/globals';
import { buildSync } from 'esbuild';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

/** What web-interoperable runtimes have of what is used; nothing of Node. */
const GLOBALS = { crypto, URLSearchParams, TextDecoder, TextEncoder };

const PROGRAM = `
  import { createResponder } from '@faultless/core/adapter';
  import { en, NotFound, problemJson, Unauthorized } from '@faultless/core';
  const responder = createResponder({ realm: 'orders' }, {
    renderers: [problemJson], locales: [en], report: () => undefined,
  });
  export function answer(make) {
    const { reply, report } = responder.respond(make({ NotFound, Unauthorized }), {
      request: { method: 'GET', url: '/', headers: { accept: 'text/html', 'accept-language': 'zh' } },
      response: { getHeader: () => undefined, getHeaderNames: () => [] },
      state: 'open',
      context: undefined,
    });
    return JSON.stringify({ ...reply, notices: report.notices });
  }
`;

type Make = (classes: Record<string, new (...args: unknown[]) => Error>) => unknown;

describe('a function on a runtime without Node', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: PROGRAM, resolveDir: 'test' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'edge',
    platform: 'browser',
    tsconfigRaw: {},
  });
  const context = createContext({ ...GLOBALS });
  runInContext(outputFiles[0]?.text ?? '', context);
  const { answer } = runInContext('edge', context) as { answer(make: Make): string };

  it.each<[string, Make, object, object]>([
    [
      'an error of ours',
      ({ NotFound }) => NotFound && new NotFound('No order has this number.'),
      { status: 404, notices: [] },
      { title: 'Not Found', detail: 'No order has this number.' },
    ],
    [
      'one that challenges',
      ({ Unauthorized }) => Unauthorized && new Unauthorized(),
      {
        status: 401,
        headers: expect.arrayContaining([['WWW-Authenticate', 'Bearer realm="orders"']]) as unknown,
      },
      { title: 'Unauthorized' },
    ],
    ['whatever else', () => new Error('the pool is empty'), { status: 500 }, { status: 500 }],
    ['null', () => null, { status: 500 }, { title: 'Internal Server Error' }],
  ])('answers %s', (_what, make, expected, problem) => {
    const reply = JSON.parse(answer(make)) as { body: string; headers: [string, unknown][] };
    expect(reply).toMatchObject(expected);
    expect(JSON.parse(reply.body)).toMatchObject(problem);
    const fields = new Map(reply.headers);
    expect(fields.get('Content-Type')).toBe('application/problem+json');
    expect(fields.get('Content-Language')).toBe('en');
    expect(fields.has('Vary')).toBe(false);
  });
});
