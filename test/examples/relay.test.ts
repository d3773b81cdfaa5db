import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { findFieldReason, findMemberReason } from '../../examples/api/src/field-reasons.js';
import { FORMATS, LANGUAGES, SCENARIO_GROUPS } from '../../examples/api/src/scenarios.js';
import { converse } from '../harness/converse.js';
import { killAll, SERVERS, startWhole, type WholeExample } from './run-example.js';

// Whole programs are started.
jest.setTimeout(600_000);

const SCENARIOS = SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios);

interface Part {
  readonly text: string;
  readonly why?: string;
  readonly section?: string;
  readonly url?: string;
}

interface Outcome {
  readonly request: string;
  readonly answer: {
    readonly status: number;
    readonly head: readonly Part[];
    readonly body: readonly Part[];
    readonly mediaType: string;
    readonly whole: boolean;
  };
  readonly report?: { readonly level: string; readonly facts: readonly [string, string][] };
}

let example: WholeExample;

beforeAll(async () => {
  example = await startWhole();
}, 600_000);

afterAll(killAll);

const TRIAL = { scenario: 'No such path', format: 'JSON', language: 'English', server: 'Koa' };

interface Asked {
  readonly content?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: string;
  readonly method?: string;
}

/** Asks the relay of Express as its page does, but for what is told. */
async function ask({ content = TRIAL, headers = {}, host = 'localhost', method = 'POST' }: Asked) {
  const { port, origin } = new URL(example.origins.Express);
  const sent = request({
    host,
    port,
    method,
    path: '/try',
    agent: false,
    headers: {
      Origin: origin,
      'Content-Type': 'application/json',
      Host: `localhost:${port}`,
      ...headers,
    },
  }).end(typeof content === 'string' ? content : JSON.stringify(content));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

async function attempt(content: object): Promise<Outcome> {
  const { status, body } = await ask({ content });
  expect(status).toBe(200);
  return JSON.parse(body) as Outcome;
}

describe('the relay of the example', () => {
  const trials = SERVERS.flatMap((server) => SCENARIOS.map((scenario) => ({ server, scenario })));

  it.each(trials)('sends "$scenario.title" to $server', async ({ server, scenario }) => {
    for (const [at, format] of FORMATS.entries()) {
      const { answer, report } = await attempt({
        scenario: scenario.title,
        format: format.title,
        language: LANGUAGES[at % LANGUAGES.length]?.title,
        server,
      });
      expect(answer.status).toBe(scenario.status);
      expect(answer.whole).toBe(scenario.breaksOff === undefined);
      const failed = scenario.status >= 400;
      if (failed) expect(answer.mediaType).toBe(format.headers.Accept);
      // Every line tells why it is there, in words and by a section that can be opened.
      const members = answer.mediaType === 'application/problem+json' ? answer.body : [];
      for (const line of [...answer.head, ...members]) {
        expect(line).toMatchObject({
          why: expect.stringMatching(/\.$/),
          section: expect.stringMatching(/^(?:RFC \d+|Fetch|CSP3) §/),
          url: expect.stringMatching(/^https:\/\//),
        });
      }
      expect(JSON.stringify(answer)).not.toContain('secret:');
      expect(report === undefined).toBe(scenario.status === 200 && !scenario.breaksOff);
    }
  });

  it('sends the bytes that a browser would not', async () => {
    const { request: sent } = await attempt({
      ...TRIAL,
      scenario: 'Two lengths, as smugglers send',
    });
    expect(sent).toContain('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n');
  });

  it('shows the report of this request, and no other', async () => {
    const outcomes = await Promise.all(
      ['A secret order (403 in the log)', "throw new Error('secret…')", 'The owner'].map(
        (scenario) => attempt({ ...TRIAL, scenario }),
      ),
    );
    const facts = outcomes.map(({ report }) => Object.fromEntries(report?.facts ?? []));
    expect(facts[0]).toMatchObject({ status: '403', sent: '404', concealed: 'yes' });
    expect(facts[1]).toMatchObject({ error: 'Error: secret: the database is at 10.0.0.7' });
    expect(facts[2]).toEqual({});
    // Where it comes from is in the terminal, not on a page that may be shown around.
    expect(JSON.stringify(outcomes)).not.toContain(process.cwd());
  });

  const port = () => new URL(example.origins.Express).port;

  it.each<[string, () => Asked]>([
    [
      'a name that leads here since a moment ago',
      () => ({ headers: { Host: `evil.example:${port()}` } }),
    ],
    [
      'such a name, and its own page',
      () => ({
        headers: { Host: `evil.example:${port()}`, Origin: `http://evil.example:${port()}` },
      }),
    ],
    [
      'a name that begins like ours',
      () => ({ headers: { Host: `localhost.evil.example:${port()}` } }),
    ],
    ['our name, and another port', () => ({ headers: { Host: 'localhost:1' } })],
    ['our name, and no port', () => ({ headers: { Host: 'localhost' } })],
    ['a page elsewhere', () => ({ headers: { Origin: 'https://evil.example' } })],
    ['a page of another port', () => ({ headers: { Origin: 'http://localhost:1' } })],
    ['a page by https', () => ({ headers: { Origin: `https://localhost:${port()}` } })],
    [
      'a page by another name of ours',
      () => ({ headers: { Origin: `http://127.0.0.1:${port()}` } }),
    ],
    ['a page without an origin', () => ({ headers: { Origin: 'null' } })],
    ['no page at all', () => ({ headers: { Origin: '' } })],
    [
      'a proxy that says it is here',
      () => ({
        headers: {
          Host: `evil.example:${port()}`,
          'X-Forwarded-For': '127.0.0.1',
          'X-Forwarded-Host': `localhost:${port()}`,
          Forwarded: `for=127.0.0.1;host="localhost:${port()}"`,
        },
      }),
    ],
  ])('refuses %s', async (_who, asked) => {
    const { status, headers } = await ask(asked());
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses another computer, though it asks by our name', async () => {
    const address = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
    // A computer without a network has no other address.
    if (address === undefined) return;
    expect((await ask({ host: address })).status).toBe(403);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['a simple request', 'text/plain', 415],
    ['JSON in another wrapping', 'text/plain; application/json', 415],
  ])('refuses %s', async (_what, type, status) => {
    expect((await ask({ headers: { 'Content-Type': type } })).status).toBe(status);
  });

  it('answers no preflight, so that other pages can not ask', async () => {
    const { status, headers } = await ask({
      method: 'OPTIONS',
      headers: {
        Origin: 'https://evil.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
      content: '',
    });
    expect(status).toBe(404);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it.each([
    ['a path of its own', { ...TRIAL, scenario: 'GET /orders' }],
    ['a member of every object', { ...TRIAL, scenario: 'constructor' }],
    ['a list', { ...TRIAL, scenario: ['No such path'] }],
    ['a port', { ...TRIAL, server: 80 }],
    ['a server elsewhere', { ...TRIAL, server: 'evil.example' }],
    ['a header in the language', { ...TRIAL, language: 'en\r\nX-Evil: 1' }],
    ['a format that is not there', { ...TRIAL, format: '__proto__' }],
    ['nothing', null],
    ['a number', 7],
  ])('takes no %s', async (_what, content) => {
    expect((await ask({ content })).status).toBe(422);
  });

  it('takes little', async () => {
    expect((await ask({ content: '{' })).status).toBe(400);
    expect((await ask({ content: ' '.repeat(1000) })).status).toBe(413);
  });

  it('runs few at once', async () => {
    const scenario = 'A stream that fails halfway';
    const content = JSON.stringify({ ...TRIAL, scenario });
    const { origin, host } = new URL(example.origins.Express);
    const head = `POST /try HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n`;
    const fields = `Content-Type: application/json\r\nContent-Length: ${content.length}\r\n\r\n`;
    // All in one packet, so that none has ended when the last one comes.
    const bytes = (head + fields + content).repeat(20);
    const { responses } = await converse(Number(port()), [bytes], { enough: 20 });
    const statuses = responses.map(({ status }) => status);
    expect(statuses).toHaveLength(20);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(8);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it('leaves GET and other paths to the application', async () => {
    expect((await ask({ method: 'GET', content: '' })).status).toBe(404);
  });
});

describe('field-reasons', () => {
  it('tells of a 404 why it is not stored, and of others in general', () => {
    expect(findFieldReason('Cache-Control', 404)?.section).toBe('RFC 9110 §15.1');
    expect(findFieldReason('cache-control', 429)?.section).toBe('RFC 6585 §4');
    expect(findFieldReason('CACHE-CONTROL', 500)?.section).toBe('RFC 9111 §5.2.2.5');
    expect(findFieldReason('constructor', 500)).toBeUndefined();
  });

  it('knows members of an application as such', () => {
    expect(findMemberReason('detail').section).toBe('RFC 9457 §3.1.4');
    expect(findMemberReason('balance').section).toBe('RFC 9457 §3.2');
    expect(findMemberReason('constructor')).toBe(findMemberReason('balance'));
  });

  it('has names that are there once', () => {
    for (const list of [SCENARIOS, FORMATS, LANGUAGES]) {
      const titles = list.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
