import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Forbidden,
  handle,
  type Report,
  TooManyRequests,
  UnprocessableContent,
  UnsupportedMediaType,
} from '@faultless/express';
import { buildRequest } from '../build-request.js';
import { buildCurlLine } from '../curl-line.js';
import { readJson } from '../read-json.js';
import { FORMATS, LANGUAGES, SCENARIO_GROUPS, type Scenario, type Variant } from '../scenarios.js';
import { isOwnPage } from './is-own-page.js';
import { type Answer, readAnswer } from './read-answer.js';
import type { ReportDesk } from './report-desk.js';
import { openLocal, sendBytes } from './send-bytes.js';
import { type ToldReport, tellReport } from './tell-report.js';

/** Where the page sends what is to be tried. */
export const RELAY_PATH = '/try';

/** What is sent on: one of the scenarios, in one of the formats and languages, to one of our servers. */
interface Trial {
  readonly scenario: Scenario;
  readonly headers: Readonly<Record<string, string>>;
  readonly port: number;
}

/** What came back, and what else there is to see. */
interface Outcome {
  readonly request: string;
  readonly curl: string;
  readonly answer: Answer;
  readonly report: ToldReport | undefined;
}

interface Surroundings {
  /** The ports of our servers, by their names. */
  readonly ports: ReadonlyMap<string, number>;
  readonly desk: ReportDesk;
}

/** At once; a person tries one, and compares two. */
const MAX_TRIALS = 8;

/** How long a report may come after its answer, in milliseconds. */
const REPORT_DELAY = 200;

const SCENARIOS = new Map(
  SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios).map((one) => [one.title, one]),
);
const FORMATS_BY_TITLE = byTitle(FORMATS);
const LANGUAGES_BY_TITLE = byTitle(LANGUAGES);

/**
 * Answers what the page asks for: sends a scenario as it is, malformed ones too, which no browser would.
 * It is no open relay: it takes names from fixed lists only, from its own page only, and sends to our own
 * ports only.
 */
export function createRelay({ ports, desk }: Surroundings) {
  let running = 0;
  return handle(async (request: IncomingMessage, response: ServerResponse) => {
    if (!isOwnPage(request)) throw new Forbidden('Only the page of this server may ask for this.');
    if (request.headers['content-type'] !== 'application/json') {
      throw new UnsupportedMediaType({ accept: ['application/json'] });
    }
    const trial = readTrial(await readJson(request), ports);
    if (running >= MAX_TRIALS) throw new TooManyRequests({ retryAfter: 1 });
    running += 1;
    try {
      const outcome = JSON.stringify(await run(trial, desk));
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.end(outcome);
    } finally {
      running -= 1;
    }
  });
}

function readTrial(content: unknown, ports: Surroundings['ports']): Trial {
  const asked = (content ?? {}) as Readonly<Record<string, unknown>>;
  const choose = <Value>(name: string, known: ReadonlyMap<string, Value>): Value => {
    const value = known.get(asked[name] as string);
    if (value === undefined) throw new UnprocessableContent(`There is no such ${name}.`);
    return value;
  };
  return {
    scenario: choose('scenario', SCENARIOS),
    headers: {
      ...choose('format', FORMATS_BY_TITLE).headers,
      ...choose('language', LANGUAGES_BY_TITLE).headers,
    },
    port: choose('server', ports),
  };
}

async function run({ scenario, headers, port }: Trial, desk: ReportDesk): Promise<Outcome> {
  const request = buildRequest(scenario, headers);
  const socket = await openLocal(port);
  const ends = { server: port, client: socket.localPort };
  const reports = desk.open(ends);
  try {
    const answer = readAnswer(await sendBytes(socket, request), scenario.method);
    const failed = answer.status >= 400 || !answer.whole;
    if (failed) await waitForReport(reports);
    const [report] = reports;
    const shown = { ...scenario, headers: { ...scenario.headers, ...headers } };
    return {
      request: request.trimEnd().replace(/0{100,}/, ({ length }) => `000… (${length} zeros)`),
      curl: buildCurlLine(shown, `http://localhost:${port}`),
      answer,
      report: report && tellReport(report),
    };
  } finally {
    socket.destroy();
    desk.close(ends);
  }
}

async function waitForReport(reports: readonly Report[]): Promise<void> {
  const step = 10;
  for (let waited = 0; reports.length === 0 && waited < REPORT_DELAY; waited += step) {
    await sleep(step);
  }
}

function byTitle(variants: readonly Variant[]): ReadonlyMap<string, Variant> {
  return new Map(variants.map((variant) => [variant.title, variant]));
}
