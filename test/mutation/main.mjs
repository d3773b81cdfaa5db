import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { excuse, listMutants } from './list-mutants.mjs';
import { runMutants } from './mutation-run.mjs';
import { listTests } from './pick-tests.mjs';
import { formatFindings, formatTable, tally } from './report.mjs';
import { ROOMS } from './rooms.mjs';
import { sample } from './sample.mjs';
import { Worker } from './worker-process.mjs';

const USAGE = `npm run mutants -- [room or path …] [options]

Rooms: ${Object.keys(ROOMS).join(', ')}; all of them, if none is named.

  --minutes N   for the mutants of a room; what is not decided then is open (15)
  --sample N    mutants of a room, or fewer if it has fewer (400)
  --seed N      which of them (1)
  --workers N   processes (one for each core)
  --patience N  seconds for the tests of one mutant; then it is open (60)
  --tests PATH  only test files whose paths begin so
  --anew        also what was noticed before, by tests that have not changed
  --out FILE    the report, as Markdown
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '15' },
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    patience: { type: 'string', default: '60' },
    tests: { type: 'string', default: '' },
    anew: { type: 'boolean', default: false },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** What they have loaded for one room serves the next. */
const pool = Array.from({ length: Number(values.workers) }, () => new Worker());

if (values.help) process.stdout.write(USAGE);
else {
  await runRooms(positionals.length === 0 ? Object.keys(ROOMS) : positionals);
  for (const worker of pool) worker.end();
}

async function runRooms(names) {
  const rows = [];
  const findings = [];
  for (const name of names) {
    const { row, text } = await runRoom(name);
    rows.push(row);
    findings.push(text);
    process.stdout.write(text);
    // After each room, so that a long run can be read while it goes on.
    if (values.out !== undefined) {
      writeFileSync(values.out, `${formatTable(rows)}\n${findings.join('')}`);
    }
  }
  process.stdout.write(formatTable(rows));
}

async function runRoom(name) {
  const prefix = ROOMS[name] ?? name;
  const all = listMutants(prefix);
  if (all.length === 0) throw new Error(`no room and no path has the name ${name}\n\n${USAGE}`);
  const stale = excuse(all, prefix);
  // The sample stays the same when more is known of its mutants.
  const drawn = sample(all, { size: Number(values.sample), seed: Number(values.seed) });
  const chosen = drawn.filter(({ reason }) => reason === undefined);
  const began = Date.now();
  await runMutants(chosen, {
    testFiles: listTests(values.tests),
    pool,
    time: Number(values.minutes) * 60_000,
    patience: Number(values.patience) * 1000,
    anew: values.anew,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const row = {
    name,
    ...tally(chosen),
    all: all.length,
    equivalent: drawn.length - chosen.length,
    minutes: (Date.now() - began) / 60_000,
  };
  return { row, text: formatFindings(row, chosen, stale) };
}
