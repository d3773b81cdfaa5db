import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { CONTENDERS } from './contenders.js';
import { drawChart } from './draw-chart.js';
import { formatTable } from './format-table.js';
import { measure, type Result } from './measure.js';
import { pin } from './running-contender.js';
import { SCENARIOS } from './scenarios.js';

const { values } = parseArgs({
  options: {
    processes: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '12' },
    seconds: { type: 'string', default: '0.05' },
    group: { type: 'string' },
    /** One beside Faultless, for longer runs. */
    contender: { type: 'string' },
    connections: { type: 'string', default: '32' },
    scenario: { type: 'string' },
    out: { type: 'string', default: '.' },
  },
});

const effort = {
  processes: Number(values.processes),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: Number(values.connections),
};
const scenarios = choose(
  '--scenario',
  SCENARIOS.map(({ name }) => name),
  values.scenario,
).flatMap((chosen) => SCENARIOS.filter(({ name }) => name === chosen));
const groups = choose(
  '--group',
  CONTENDERS.map(({ group }) => group),
  values.group,
);
mkdirSync(values.out, { recursive: true });

const pinned = pin(process, 1);
const results: Result[] = [];
for (const group of groups) {
  for (const scenario of scenarios) {
    const contenders = CONTENDERS.filter((one) => one.group === group && isAsked(one.name));
    const measured = await measure(contenders, scenario, effort);
    console.log(`\n${group}: ${scenario.name}\n${formatTable(measured)}`);
    results.push(...measured);
  }
}

const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
  pinned,
  ...effort,
};
writeFileSync(`${values.out}/results.json`, `${JSON.stringify({ machine, results }, null, 2)}\n`);
writeFileSync(`${values.out}/chart.svg`, drawChart(results, machine));

function isAsked(name: string): boolean {
  return values.contender === undefined || [values.contender, 'Faultless'].includes(name);
}

/** @throws {RangeError} when what is asked for is not there */
function choose<Name extends string>(
  option: string,
  names: readonly Name[],
  asked: string | undefined,
): readonly Name[] {
  const all = [...new Set(names)];
  const chosen = all.filter((name) => asked === undefined || name === asked);
  if (chosen.length === 0) throw new RangeError(`${option} is one of: ${all.join(', ')}`);
  return chosen;
}
