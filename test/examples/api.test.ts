import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { buildCurlLine } from '../../examples/api/src/curl-line.js';
import {
  FORMATS,
  LANGUAGES,
  SCENARIO_GROUPS,
  type Scenario,
} from '../../examples/api/src/scenarios.js';
import { installTool } from '../clients/install-tool.js';
import { killAll, SERVERS, startWhole, type WholeExample } from './run-example.js';

// Whole programs are started.
jest.setTimeout(600_000);

const run = promisify(execFile);
const SCENARIOS = SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios);

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
  readonly whole: boolean;
}

async function send(scenario: Scenario, origin: string, more: object = {}): Promise<Answer> {
  const { method, path, body } = scenario;
  const headers = { ...scenario.headers, ...more };
  const sent = request(origin + path, { method, headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const content = await text(response).catch(() => '');
  const { statusCode: status, complete: whole, rawHeaders } = response;
  return { status, headers: response.headers, rawHeaders, body: content, whole };
}

afterAll(killAll);

describe.each(SERVERS)('the example API on %s', (name) => {
  let example: WholeExample;
  let origin: string;

  beforeAll(async () => {
    installTool('curl');
    example = await startWhole();
    origin = example.origins[name];
  }, 600_000);

  afterAll(async () => {
    example.child.kill('SIGTERM');
    await example.exited;
  });

  it('lists every scenario with its curl line, for curl and for people', async () => {
    const { stdout } = await run('curl', ['-sS', `${origin}/`]);
    const index = JSON.parse(stdout) as { server: string; groups: { scenarios: object[] }[] };
    expect(index.server).toContain(name);
    expect(index.groups.flatMap(({ scenarios }) => scenarios)).toHaveLength(SCENARIOS.length);
    const page = await fetch(origin, { headers: { Accept: 'text/html,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('vary')).toContain('Accept');
    const html = await page.text();
    for (const { title } of SCENARIO_GROUPS) expect(html).toContain(title);
    expect(html.match(/<code>(?:curl -|\(printf )/g)).toHaveLength(SCENARIOS.length);
    // The one file is the page: nothing is loaded from elsewhere.
    expect(html).not.toMatch(/ src=|<link|@import|url\(/);
  });

  it('answers 406 to who accepts no index', async () => {
    const { status } = await fetch(origin, { headers: { Accept: 'image/png' } });
    expect(status).toBe(406);
  });

  it.each(SCENARIOS)('shows "$title" by its curl line: $status', async (scenario) => {
    const line = buildCurlLine(scenario, origin).replace(
      /(?<=^|\| )curl /,
      'curl -sS --max-time 60 ',
    );
    const { stdout, code } = (await run('sh', ['-c', line]).catch(
      (failed: unknown) => failed as { stdout: string; code: number },
    )) as { stdout: string; code?: number };
    expect(stdout).toMatch(new RegExp(`^HTTP/1.1 ${scenario.status} `));
    for (const field of scenario.fields ?? []) expect(stdout).toMatch(`\r\n${field}: `);
    expect(code ?? 0).toBe(scenario.breaksOff ? 18 : 0);
    expect(stdout).not.toContain('secret:');
  });

  describe.each([...FORMATS, ...LANGUAGES])('in $title', ({ headers }) => {
    // Malformed ones go through the relay: test/examples/relay.test.ts.
    const failing = SCENARIOS.filter(({ status, malformed }) => status >= 400 && !malformed);

    it.each(failing)('answers "$title"', async (scenario) => {
      const answer = await send(scenario, origin, headers);
      expect(answer.status).toBe(scenario.status);
      const { Accept: type = 'application/problem+json' } = headers as { Accept?: string };
      const { 'Accept-Language': language = 'en' } = headers as { 'Accept-Language'?: string };
      expect(answer.headers['content-type']?.split(';')[0]).toBe(type);
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.body === '').toBe(scenario.method === 'HEAD');
      expect(answer.body).not.toContain('secret:');
    });

    it('lets a stream that fails halfway break off', async () => {
      const scenario = SCENARIOS.find(({ breaksOff }) => breaksOff) as Scenario;
      expect(await send(scenario, origin, headers)).toMatchObject({ status: 200, whole: false });
    });

    it('gives a secret order and an absent one the same answer', async () => {
      const [secret, absent] = await Promise.all(
        ['/orders/2', '/orders/3'].map(async (path) => {
          const scenario = SCENARIOS.find((candidate) => candidate.path === path) as Scenario;
          const { rawHeaders, body } = await send(scenario, origin, headers);
          const lines = rawHeaders.map((line) => (/ GMT$/.test(line) ? 'date' : line));
          return { lines, body: body.replaceAll(/urn:uuid:[\w-]+/g, 'instance') };
        }),
      );
      expect(secret).toEqual(absent);
    });
  });
});
