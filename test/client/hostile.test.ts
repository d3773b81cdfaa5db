import type { IncomingMessage, ServerResponse } from 'node:http';
import { isProblem, type ProblemError, problemFetch } from '@faultless/client';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

const request = problemFetch(fetch, { retries: 0 });

async function answeredWith(
  contentType: string,
  body: string | Buffer,
  status = 422,
): Promise<ProblemError> {
  const { port } = await serve((_request, response) => {
    response.writeHead(status, contentType === '' ? {} : { 'Content-Type': contentType });
    response.end(body);
  });
  return problemOf(`http://127.0.0.1:${port}/a/b`);
}

async function problemOf(url: string): Promise<ProblemError> {
  try {
    await request(url);
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
  throw new Error('it was a good answer');
}

const JSON_TYPE = 'application/problem+json';
const XML_TYPE = 'application/problem+xml';
const NOTHING = { type: 'about:blank', status: 422 };
const NS = 'xmlns="urn:ietf:rfc:7807"';

describe('a body that says nothing', () => {
  it.each<[what: string, contentType: string, body: string | Buffer]>([
    ['an empty body', JSON_TYPE, ''],
    ['no type', '', ''],
    ['half of a document', JSON_TYPE, '{"title":"a"'],
    ['null', JSON_TYPE, 'null'],
    ['a list', JSON_TYPE, '[{"title":"a"}]'],
    ['a text', JSON_TYPE, '"title"'],
    ['octets that are no UTF-8', JSON_TYPE, Buffer.from([0xff, 0xfe, 0x7b])],
    ['JSON that is too deep', JSON_TYPE, `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['JSON with too many members', JSON_TYPE, JSON.stringify({ a: Array(20_000).fill(0) })],
    ['ten megabytes', JSON_TYPE, JSON.stringify({ title: 'x'.repeat(10_000_000) })],
    ['plain text', 'text/plain', '{"title":"a"}'],
    ['a page of a proxy', 'text/html; charset=UTF-8', '<html><h1>502 Bad Gateway</h1></html>'],
    ['a type that only begins so', 'application/problem+jsonp', '{"title":"a"}'],
    [
      'XML with entities of its own',
      XML_TYPE,
      `<!DOCTYPE problem [<!ENTITY a "aaaa">]><problem ${NS}><title>&a;</title></problem>`,
    ],
    ['XML with a comment', XML_TYPE, `<problem ${NS}><!-- a --><title>a</title></problem>`],
    [
      'XML that is too deep',
      XML_TYPE,
      `<problem ${NS}>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</problem>`,
    ],
    ['XML that is a text', XML_TYPE, `<problem ${NS}>title</problem>`],
    ['XML that is a list', XML_TYPE, `<problem ${NS}><i>a</i><i>b</i></problem>`],
    ['XML that is not closed', XML_TYPE, `<problem ${NS}><title>a</title>`],
    ['XML that is closed otherwise', XML_TYPE, `<problem ${NS}><title>a</problem></title>`],
    ['another document', XML_TYPE, `<html><title>a</title></html>`],
    ['text before the root', XML_TYPE, `a<problem ${NS}><title>a</title></problem>`],
  ])('%s', async (_what, contentType, body) => {
    const { problem } = await answeredWith(contentType, body);
    expect(problem).toEqual(NOTHING);
  });
});

describe('a body that lies', () => {
  it.each([
    ['another status', { status: 200 }],
    ['a status that is a text', { status: '404' }],
    [
      'members of a wrong type',
      { title: 1, detail: {}, instance: [], code: null, temporary: 'no', type: 7 },
    ],
  ])('%s is left out', async (_what, document) => {
    const { problem } = await answeredWith(JSON_TYPE, JSON.stringify(document));
    expect(problem).toEqual(NOTHING);
  });

  it('gives the problem no other prototype', async () => {
    const { problem } = await answeredWith(
      JSON_TYPE,
      '{"__proto__":{"isAdmin":true},"constructor":1}',
    );
    expect([problem.isAdmin, Object.getPrototypeOf(problem)]).toEqual([
      undefined,
      Object.prototype,
    ]);
  });

  it('commands no terminal by its words', async () => {
    const document = { title: '\u001b[2Jaway\r\nGET /admin 200', detail: 'x'.repeat(5000) };
    const { message } = await answeredWith(JSON_TYPE, JSON.stringify(document));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(message).not.toMatch(/[\u0000-\u001f]/);
    expect(message.length).toBeLessThanOrEqual(500);
  });

  it.each(['\u202e', '\u2066', '\u200f', '\u2028', '\u0085', '\u001b'])(
    'turns no line of a log by %j',
    async (command) => {
      const { message } = await answeredWith(JSON_TYPE, JSON.stringify({ title: `a${command}b` }));
      expect(message).toMatch(/: 422 a b$/);
    },
  );

  it('leaves no half of a character', async () => {
    for (const start of ['', 'a']) {
      const document = { title: start + '😀'.repeat(500) };
      const { message } = await answeredWith(JSON_TYPE, JSON.stringify(document));
      expect(message).not.toMatch(/\p{Cs}/u);
    }
  });

  it('that breaks off is none', async () => {
    const { port } = await serve((_request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(500, { 'Content-Type': JSON_TYPE, 'Content-Length': 100 });
      response.write('{"title":"half"', () => response.destroy());
    });
    const { problem } = await problemOf(`http://127.0.0.1:${port}/`);
    expect(problem).toEqual({ type: 'about:blank', status: 500 });
  });
});

describe('a body that is well formed', () => {
  it('has a type that is relative to the address (RFC 9457 §3.1.1)', async () => {
    const { type, url } = await answeredWith(JSON_TYPE, '{"type":"../problems/a"}');
    expect(type).toBe(new URL('../problems/a', url).href);
  });

  it.each([
    ['with parameters and in capitals', 'Application/Problem+JSON; charset=utf-8', '{"title":"a"}'],
    ['with a mark of the byte order', JSON_TYPE, Buffer.from('\uFEFF{"title":"a"}')],
    [
      'XML with a prologue',
      XML_TYPE,
      `<?xml version="1.0" encoding="UTF-8"?>\n<problem ${NS}>\n <title>a</title>\n</problem>\n`,
    ],
    ['XML with an empty element', XML_TYPE, `<problem ${NS}><title>a</title><x/></problem>`],
  ])('%s', async (_what, contentType, body) => {
    const { problem } = await answeredWith(contentType, body);
    expect(problem.title).toBe('a');
  });

  it('has the entities of XML', async () => {
    const title = '&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;&#9999999;&nbsp;';
    const { problem } = await answeredWith(
      XML_TYPE,
      `<problem ${NS}><title>${title}</title></problem>`,
    );
    expect(problem.title).toBe('<&>"\'A\u{1F600}&#9999999;&nbsp;');
  });
});

it('a document’s status is that of the response', async () => {
  const { problem } = await answeredWith(JSON_TYPE, '{"title":"Teapot","status":418}', 400);
  expect(problem).toEqual({ type: 'about:blank', status: 400, title: 'Teapot' });
});

describe('an envelope', () => {
  it('is nothing by a function that throws', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{}');
    });
    const broken = problemFetch(fetch, {
      envelope: () => {
        throw new Error('no');
      },
    });
    await expect(broken(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      problem: { type: 'about:blank', status: 404 },
    });
  });
});

describe('application/json', () => {
  it.each([
    ['is a problem where it says the same status and a title', { title: 'a', status: 422 }, 'a'],
    ['is none where it says another status', { title: 'a', status: 400 }, undefined],
    ['is none where it has no title', { name: 'a', status: 422 }, undefined],
    ['is none where it says no status', { title: 'a' }, undefined],
  ])('%s', async (_what, document, title) => {
    const error = await answeredWith('application/json', JSON.stringify(document));
    expect([error.problem.title, error.content]).toEqual([title, document]);
  });
});
