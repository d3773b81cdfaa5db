import { createServer } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Report } from '@faultless/node';
import type { Express } from 'express';
import type Koa from 'koa';
import { type Listening, listen } from '../../harness/listen.js';
import type { RequestParts } from '../../harness/raw-request.js';
import type { RawResponse } from '../../harness/raw-response.js';
import { until } from '../../harness/until.js';
import {
  CONTENT,
  EXPRESSES,
  failure,
  KOAS,
  type Listener,
  onExpress,
  onKoa,
  type Tell,
} from './apps.js';

/** What a logger that stands around everything has seen of one response. */
interface Logged {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Whether the response was handed over as a whole. */
  readonly whole: boolean;
}

/** An app with a neighbour, at work. */
export interface Company extends Listening {
  /** What the operator was told since the test began. */
  readonly reports: Report[];
  readonly logged: Logged[];
}

/** A library that stands beside the error handler, as its docs say how to mount it. */
export interface Neighbour {
  readonly express?: (app: Express) => void;
  readonly koa?: (app: Koa) => void;
  /** What the client says so that the neighbour has something to do. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of the neighbour's that an error keeps. */
  readonly stays?: readonly string[];
  /** Fields that the neighbour adds to what is fine and not to an error. */
  readonly goes?: readonly string[];
  /** It sends nothing before it has a good deal, so that half an answer can still be replaced. */
  readonly buffers?: boolean;
  /** What fails behind an answer: the neighbour may do so too. @default failure */
  readonly behind?: unknown;
}

/** What Node adds when it writes the head, and a logger can't see. */
const ADDED: ReadonlySet<string> = new Set([
  'connection',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/** Serves with a logger around everything. Whoever starts it closes it. */
async function keepCompany(listener: (report: Tell) => Listener): Promise<Company> {
  const reports: Report[] = [];
  const logged: Logged[] = [];
  const serve = listener((report) => reports.push(report));
  const server = createServer((request, response) => {
    response.once('close', () => {
      const { statusCode: status, writableFinished: whole } = response;
      logged.push({ status, headers: { ...response.getHeaders() }, whole });
    });
    void serve(request, response);
  });
  return { ...(await listen(server)), reports, logged };
}

/** The content as the client reads it. */
export function decode(answer: Pick<RawResponse, 'value' | 'body'>): string {
  const coding = answer.value('content-encoding') ?? 'identity';
  const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
    gzip: gunzipSync,
    deflate: inflateSync,
    br: brotliDecompressSync,
    identity: (body) => body,
  };
  const decoder = decoders[coding];
  if (decoder === undefined) throw new Error(`the coding ${coding}`);
  return decoder(answer.body).toString();
}

/** The fields that an application or a neighbour has set, each name once and sorted. */
function namesOf(fields: Iterable<readonly [name: string, unknown]>): string[] {
  const names = Array.from(fields, ([name]) => name.toLowerCase());
  return [...new Set(names)].filter((name) => !ADDED.has(name)).sort();
}

/** Checks that client, operator and logger were told of one and the same whole answer. */
async function expectSameStory(
  { reports, logged }: Pick<Company, 'reports' | 'logged'>,
  answer: RawResponse,
): Promise<void> {
  await until(() => logged.length > 0 && reports.length > 0);
  expect(answer.complete).toBe(true);
  expect(reports).toMatchObject([{ outcome: 'sent', sentStatus: answer.status, notices: [] }]);
  expect(logged).toMatchObject([{ status: answer.status, whole: true }]);
  expect(namesOf(Object.entries(logged[0]?.headers ?? {}))).toEqual(namesOf(answer.fields));
}

interface Variant {
  readonly name: string;
  readonly start: () => Promise<Company>;
}

function variantsOf({ express, koa }: Neighbour): Variant[] {
  const variants: Variant[] = [];
  for (const [name, create] of express === undefined ? [] : EXPRESSES) {
    const start = () => keepCompany((report) => onExpress(create(), express, report));
    variants.push({ name, start });
  }
  for (const [name, create] of koa === undefined ? [] : KOAS) {
    variants.push({ name, start: () => keepCompany((report) => onKoa(create(), koa, report)) });
  }
  return variants;
}

/**
 * Describes what must hold beside every neighbour, on each framework that it is for: what is fine stays
 * so; what fails before, in the middle of and behind an answer comes to what it would alone; and client,
 * operator and logger are told the same.
 *
 * @param more what else holds beside this one; the server is shared, and forgets between tests
 */
export function describeNeighbour(
  name: string,
  neighbour: Neighbour,
  more?: (company: () => Company) => void,
): void {
  const { stays = [], goes = [], behind = failure, buffers = false, headers = {} } = neighbour;
  describe.each(variantsOf(neighbour))(`${name} on $name`, ({ start }) => {
    let company: Company;
    const ask = (path: string, parts: RequestParts = {}) =>
      company.request({ path, ...parts, headers: { ...headers, ...parts.headers } });

    beforeAll(async () => {
      company = await start();
    });
    afterAll(() => company.close());
    beforeEach(() => {
      company.reports.length = 0;
      company.logged.length = 0;
    });

    it('leaves what is fine alone', async () => {
      const answer = await ask('/fine');
      expect(answer.status).toBe(200);
      expect(decode(answer) === CONTENT).toBe(true);
      for (const name of [...stays, ...goes])
        expect([name, answer.values(name)]).not.toEqual([name, []]);
      expect(company.reports).toEqual([]);
    });

    it.each([
      ['an error of ours', '/before', 401],
      ["another's, late", '/foreign', 500],
      ['what nobody has', '/nowhere', 404],
    ])('answers %s', async (_what, path, status) => {
      const answer = await ask(path);
      expect(answer.status).toBe(status);
      expect(answer.value('content-type')).toBe('application/problem+json');
      expect(JSON.parse(decode(answer))).toMatchObject({ status });
      for (const name of stays) expect([name, answer.values(name)]).not.toEqual([name, []]);
      for (const name of ['ETag', ...goes]) expect([name, answer.values(name)]).toEqual([name, []]);
      expect(answer.values('cache-control')).toEqual(['no-store']);
      if (path === '/before') {
        expect(answer.value('www-authenticate')).toBe('Bearer realm="orders"');
        expect(answer.value('x-own')).toBe('yes');
      }
      await expectSameStory(company, answer);
    });

    it('answers HEAD without content', async () => {
      const answer = await ask('/before', { method: 'HEAD' });
      expect([answer.status, answer.text]).toEqual([401, '']);
      await expectSameStory(company, answer);
    });

    if (buffers) {
      it('answers what fails in the middle, of which nothing has left', async () => {
        const answer = await ask('/middle');
        expect([answer.status, answer.json().status]).toEqual([500, 500]);
        await expectSameStory(company, answer);
      });
    } else
      it('never lets a half pass for the whole', async () => {
        const connection = await company.connect();
        connection.send({ path: '/middle', headers });
        const answer = await connection.next();
        await connection.closed;
        expect(answer?.complete ?? false).toBe(false);
        await until(() => company.logged.length > 0 && company.reports.length > 0);
        expect(company.reports).toMatchObject([{ outcome: 'truncated', level: 'error' }]);
        expect(company.reports[0]?.error).toBe(failure);
        expect(company.logged).toMatchObject([{ whole: false }]);
      });

    it('keeps an answer whole behind which something fails', async () => {
      const answer = await ask('/after');
      expect([answer.status, answer.complete]).toEqual([200, true]);
      expect(decode(answer) === CONTENT).toBe(true);
      await until(() => company.reports.length > 0);
      expect(company.reports).toMatchObject([{ outcome: 'too-late', error: behind }]);
    });

    more?.(() => company);
  });
}
