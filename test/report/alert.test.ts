import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotFound } from '@faultless/core';
import { errorHandler } from '@faultless/express';
import { reportTo } from '@faultless/report';
import { prometheusSink } from '@faultless/report/prometheus';
import { jest } from '@jest/globals';
import express from 'express';
import * as client from 'prom-client';
import { stringify } from 'yaml';
import { installTool } from '../clients/install-tool.js';
import { closeAll, serve } from '../harness/serve.js';

// The tool may have to be installed.
jest.setTimeout(600_000);

const promtool = findTool();
const describeRule = promtool === undefined ? describe.skip : describe;

afterEach(closeAll);

describeRule('the alert rule of docs/report-prometheus.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultless-alert-'));
  const [, rules = ''] =
    /^```yaml\n([\s\S]*?)^```$/m.exec(readFileSync('docs/report-prometheus.md', 'utf8')) ?? [];

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('is one', () => {
    expect(run(['check', 'rules', write('rules.yml', rules)])).toContain('SUCCESS: 1 rules found');
  });

  const count = (per: number, labels: object) => ({
    series: `http_errors_total{${Object.entries({ code: '', ...labels })
      .map(([name, value]) => `${name}="${value}"`)
      .join(', ')}}`,
    values: `0+${per}x30`,
  });
  const fault = { status: 500, route: '/orders/:id', expected: false };

  it.each<[what: string, series: object, fires: boolean]>([
    ['six unexpected ones a minute', count(6, fault), true],
    ['one a minute', count(1, fault), false],
    ['many that were expected', count(6000, { ...fault, status: 404, expected: true }), false],
  ])('knows what to do with %s', (_what, series, fires) => {
    const alert = {
      exp_labels: { severity: 'page', route: fault.route, status: '500' },
      exp_annotations: { summary: 'Unexpected errors on /orders/:id, status 500' },
    };
    const told = (minutes: number, alerts: readonly object[]) => ({
      eval_time: `${minutes}m`,
      alertname: 'UnexpectedErrors',
      exp_alerts: alerts,
    });
    const tests = stringify({
      rule_files: [write('rules.yml', rules)],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: [series],
          alert_rule_test: [told(4, []), told(15, fires ? [alert] : [])],
        },
      ],
    });
    expect(run(['test', 'rules', write('tests.yml', tests)])).toContain('SUCCESS');
  });

  it('asks for what prometheusSink counts, which is well-formed', async () => {
    const registry = new client.Registry();
    const app = express();
    app.get('/orders/:id', ({ params }) => {
      if (params.id === '0') throw new NotFound();
      throw new TypeError('no such luck');
    });
    app.use(errorHandler({ report: reportTo([prometheusSink(client, registry)]) }));
    const { request } = await serve(app);
    for (const id of ['0', '1', '2']) await request({ path: `/orders/${id}` });
    const text = await registry.metrics();
    expect(run(['check', 'metrics'], text)).toBe('');
    const [, name = ''] = /\b(http_\w+)\{expected="false"\}/.exec(rules) ?? [];
    expect(text).toMatch(
      new RegExp(`^${name}\\{status="500",.*route="/orders/:id",expected="false"\\} 2$`, 'm'),
    );
    expect(text).toMatch(new RegExp(`^${name}\\{status="404",.*expected="true"\\} 1$`, 'm'));
  });
});

function run(args: readonly string[], input?: string): string {
  return execFileSync(String(promtool), args, { encoding: 'utf8', ...(input && { input }) });
}

/** The program, or undefined where it can't be had, which is said. */
function findTool(): string | undefined {
  try {
    return installTool('promtool');
  } catch (error) {
    console.warn(`promtool can't be had, and the rule is not tested: ${String(error)}`);
    return undefined;
  }
}
