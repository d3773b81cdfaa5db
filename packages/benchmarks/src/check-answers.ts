import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:http2';
import { askHttp2, type Http2Answer } from './ask-http2.js';
import type { RunningContender } from './running-contender.js';
import type { Scenario } from './scenarios.js';

/** What a contender leaves out of its answer to a scenario; undefined when it does not answer it. */
export type Omissions = readonly string[] | undefined;

/** Asks once, and compares with what a complete answer carries. */
export async function checkAnswer(
  { port, contender: { group } }: Pick<RunningContender, 'port' | 'contender'>,
  scenario: Scenario,
): Promise<Omissions> {
  const { method, path, headers, status, complete } = scenario;
  const response = await (group === 'http2'
    ? askOverHttp2(port, scenario)
    : ask({ port, method, path, headers }));
  if (response.statusCode !== status) return undefined;
  return Object.entries(complete)
    .filter(([name, pattern]) => !pattern.test(String(response.headers[name])))
    .map(([name]) => name);
}

function ask(options: {
  port: number;
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
}): Promise<{ statusCode?: number | undefined; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', agent: false, ...options }, (response) => {
      response.resume().on('end', () => {
        resolve(response);
      });
    })
      .on('error', reject)
      .end();
  });
}

async function askOverHttp2(port: number, scenario: Scenario): Promise<Http2Answer> {
  const session = connect(`http://127.0.0.1:${port}`);
  try {
    return await askHttp2(session, scenario);
  } finally {
    session.close();
  }
}
