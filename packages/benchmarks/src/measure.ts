import { checkAnswer, type Omissions } from './check-answers.js';
import type { Client } from './client.js';
import { connectHttp1 } from './connect-http1.js';
import { connectHttp2 } from './connect-http2.js';
import type { Contender } from './contenders/contender.js';
import { type Estimate, median, ratioOfPairs } from './estimate.js';
import { type RunningContender, startContender } from './running-contender.js';
import type { Scenario } from './scenarios.js';

/** One turn of one contender, or the medians of many. */
interface Turn {
  /** Requests a second. */
  readonly rate: number;
  /** CPU time of the server for each request, in microseconds. */
  readonly cost: number;
}

/** How one contender did in one scenario. */
export interface Result {
  readonly group: Contender['group'];
  readonly contender: string;
  readonly scenario: string;
  /** The medians of its turns in each of its processes. */
  readonly processes: readonly Turn[];
  /** The medians of those. */
  readonly median: Turn;
  /** How much processor time it takes for what Faultless takes 1; undefined where Faultless took no part. */
  readonly ofFaultless: Estimate | undefined;
  readonly omissions: readonly string[];
}

/** How much to measure. */
export interface Effort {
  /** How often each contender is started anew: each process compiles and lies in memory in its own way. */
  readonly processes: number;
  /** Turns of each process. */
  readonly rounds: number;
  /** Of one turn. */
  readonly seconds: number;
  readonly connections: number;
}

/**
 * How long a process is asked before it is measured, in seconds. After half of one, V8 is still compiling, and an
 * answer costs up to six times what it does in the end.
 */
const WARM_UP = 1.25;

/** What is asked of one contender in one process. */
interface Taken {
  readonly turns: Turn[];
  /** The costs of Faultless in the turns just before. */
  readonly besides: number[];
}

/**
 * Measures contenders of one group in one scenario, each in short turns beside one of Faultless, so that what the
 * machine does meanwhile strikes both. One that does not give the scenario's status is left out.
 */
export async function measure(
  contenders: readonly Contender[],
  scenario: Scenario,
  effort: Effort,
): Promise<Result[]> {
  const omissions = new Map<Contender, Omissions>();
  const taken = new Map<Contender, Taken[]>();
  for (let count = 0; count < effort.processes; count += 1) {
    for (const { contender, lacking, own } of await measureOnce(contenders, scenario, effort)) {
      omissions.set(contender, lacking);
      taken.set(contender, [...(taken.get(contender) ?? []), own]);
    }
  }
  return [...taken].map(([contender, all]) => {
    const processes = all.map(({ turns }) => medianOf(turns));
    return {
      group: contender.group,
      contender: contender.name,
      scenario: scenario.name,
      processes,
      median: medianOf(processes),
      ofFaultless: compare(all),
      omissions: omissions.get(contender) ?? [],
    };
  });
}

/** A contender in one process. */
interface Taking {
  readonly running: RunningContender;
  readonly client: Client;
  readonly lacking: readonly string[];
  readonly own: Taken;
}

async function measureOnce(
  contenders: readonly Contender[],
  scenario: Scenario,
  { rounds, seconds, connections }: Effort,
): Promise<{ contender: Contender; lacking: readonly string[]; own: Taken }[]> {
  const servers = await Promise.all(contenders.map(startContender));
  const taking: Taking[] = [];
  for (const running of servers) {
    const lacking = await checkAnswer(running, scenario);
    if (lacking === undefined) continue;
    const client = await connectTo(running, scenario, connections);
    await client.load(WARM_UP);
    taking.push({ running, client, lacking, own: { turns: [], besides: [] } });
  }
  const faultless = taking.find(({ running }) => running.contender.name === 'Faultless');
  for (let round = 0; round < rounds; round += 1) {
    for (const one of taking) {
      const beside = faultless && (await takeTurn(faultless, seconds));
      one.own.turns.push(await takeTurn(one, seconds));
      if (beside !== undefined) one.own.besides.push(beside.cost);
    }
  }
  for (const { client } of taking) client.close();
  await Promise.all(servers.map((one) => one.stop()));
  return taking.map(({ running: { contender }, lacking, own }) => ({ contender, lacking, own }));
}

function connectTo(
  { port, contender }: RunningContender,
  scenario: Scenario,
  connections: number,
): Client | Promise<Client> {
  const connect = contender.group === 'http2' ? connectHttp2 : connectHttp1;
  return connect(port, scenario, connections);
}

async function takeTurn({ running, client }: Taking, seconds: number): Promise<Turn> {
  const before = await running.usage();
  const { requests, rate } = await client.load(seconds);
  return { rate, cost: ((await running.usage()) - before) / requests };
}

function compare(taken: readonly Taken[]): Estimate | undefined {
  if (taken.some(({ besides }) => besides.length === 0)) return undefined;
  const costs = taken.map(({ turns }) => turns.map(({ cost }) => cost));
  const besides = taken.map((one) => one.besides);
  return ratioOfPairs(costs, besides);
}

function medianOf(turns: readonly Turn[]): Turn {
  return {
    rate: toTenth(median(turns.map(({ rate }) => rate))),
    cost: toTenth(median(turns.map(({ cost }) => cost))),
  };
}

function toTenth(value: number): number {
  return Number(value.toFixed(1));
}
