import { AsyncLocalStorage } from 'node:async_hooks';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { limitStorms, type ReportRecord, reportTo, type Sink } from '@faultless/report';
import { jest } from '@jest/globals';
import { eachServer } from '../contract/support/each-server.js';
import { until } from '../harness/until.js';
import { recordOf } from './record-of.js';

const recordWith = (fingerprint: string, more: Partial<ReportRecord> = {}): ReportRecord =>
  ({ level: 'error', status: 500, fingerprint, ...more }) as ReportRecord;

const fail = (): never => {
  throw new Error('no such luck');
};

eachServer('limitStorms', (start) => {
  it('lets the first ones through, and counts the rest of the interval', async () => {
    const records: ReportRecord[] = [];
    const sink = limitStorms((record) => records.push(record), { first: 3 });
    const server = await start(fail, { report: reportTo([sink]) });
    for (let at = 0; at < 10; at += 1) await server.request({ path: `/orders/${at}` });
    sink.flush();
    expect(records.map(({ path, repeated }) => [path, repeated?.count])).toEqual([
      ['/orders/0', undefined],
      ['/orders/1', undefined],
      ['/orders/2', undefined],
      ['/orders/3', 7],
    ]);
    await server.request();
    expect(records).toHaveLength(5);
    expect(records[4]?.repeated).toBeUndefined();
  });

  it('tells faults apart', async () => {
    const records: ReportRecord[] = [];
    const sink = limitStorms((record) => records.push(record), { first: 1 });
    const server = await start(
      (request) => {
        throw new Error(request.url === '/a' ? 'this' : 'that');
      },
      { report: reportTo([sink]) },
    );
    for (const path of ['/a', '/b', '/a', '/b', '/a']) await server.request({ path });
    expect(records.map(({ path }) => path)).toEqual(['/a', '/b']);
    sink.flush();
    expect(records.slice(2).map(({ repeated }) => repeated?.count)).toEqual([2, 1]);
    sink.flush();
    expect(records).toHaveLength(4);
  });
});

describe('limitStorms', () => {
  it('says at the end of an interval how many more there were', async () => {
    const records: ReportRecord[] = [];
    const sink = limitStorms((record) => records.push(record), { first: 1, seconds: 0.01 });
    for (let at = 0; at < 3; at += 1) sink(recordWith('a'), undefined);
    await until(() => records.length === 2);
    expect(records[1]?.repeated?.count).toBe(2);
  });

  it('says nothing more where nothing more came', async () => {
    const records: unknown[] = [];
    const sink = limitStorms((record) => records.push(record), { first: 1, seconds: 0.01 });
    sink(recordWith('a'), undefined);
    await sleep(30);
    expect(records).toHaveLength(1);
  });

  it('counts by status, code and route what comes after a thousand faults of one level', () => {
    const records: ReportRecord[] = [];
    const sink = limitStorms((record) => records.push(record), { first: 1 });
    for (let at = 0; at < 1500; at += 1) {
      sink(recordWith(`fine ${at}`, { level: 'info', status: 400 }), undefined);
    }
    sink(recordWith('other', { level: 'info', status: 404 }), undefined);
    sink(recordWith('fault'), undefined);
    expect(records).toHaveLength(1003);
    expect(records.slice(-3).map(({ fingerprint }) => fingerprint)).toEqual([
      'fine 1000',
      'other',
      'fault',
    ]);
    sink.flush();
    expect(records.slice(1003).map(({ status, repeated }) => [status, repeated?.count])).toEqual([
      [400, 499],
    ]);
  });

  it('counts all of a level together after twice as many', () => {
    const records: ReportRecord[] = [];
    const sink = limitStorms((record) => records.push(record), { first: 1 });
    for (let at = 0; at < 2500; at += 1) sink(recordWith(`${at}`, { route: `/${at}` }), undefined);
    sink(recordWith('known', { level: 'info' }), undefined);
    expect(records).toHaveLength(2002);
    sink.flush();
    expect(records.slice(2002).map(({ repeated }) => repeated?.count)).toEqual([499]);
  });

  it('keeps nothing of the requests that it holds back', async () => {
    const storage = new AsyncLocalStorage<string>();
    const summaries: unknown[] = [];
    const sink = limitStorms(
      (record, context) => {
        if (record.repeated) summaries.push([record, context, storage.getStore()]);
      },
      { first: 1, seconds: 0.05 },
    );
    const report = reportTo([sink]);
    for (const path of ['/first', '/second', '/third']) {
      storage.run(path, () => {
        report({ ...recordOf.report(new Error('no such luck')), path }, { body: 'content' });
      });
    }
    await until(() => summaries.length > 0);
    const told = { path: '/second', repeated: { count: 2 }, error: { message: 'no such luck' } };
    expect(summaries).toEqual([
      [expect.objectContaining({ path: '/second' }), undefined, undefined],
    ]);
    expect(summaries).toMatchObject([[told, undefined, undefined]]);
  });

  it('loses no count when the process exits', () => {
    const program = `
      import { createServer } from 'node:http';
      import { once } from 'node:events';
      import { handle } from '@faultless/node';
      import { consoleSink, limitStorms, reportTo } from '@faultless/report';
      const report = reportTo([limitStorms(consoleSink(), { first: 2 })]);
      const server = createServer(handle(() => { throw new Error('no such luck'); }, { report }));
      server.listen(0);
      await once(server, 'listening');
      const address = 'http://localhost:' + server.address().port;
      for (let at = 0; at < 1500; at += 1) await (await fetch(address)).text();
      process.exit(0);
    `;
    const output = execFileSync(
      'sh',
      ['-c', '"$0" --input-type=module --eval "$1" 2>&1', process.execPath, program],
      { cwd: 'test', encoding: 'utf8' },
    );
    expect(output.match(/Error: no such luck\n +at /g)).toHaveLength(2);
    expect(output).toMatch(/\n {2}… 1,498 more in \d+ s\n/);
  });

  it.each<[string, unknown, RegExp]>([
    ['no sink', [undefined], /the sink must be a function/],
    ['none of the first', [() => 1, { first: 0 }], /option first/],
    ['no time', [() => 1, { seconds: 0 }], /option seconds/],
    ['an unknown option', [() => 1, { second: 1 }], /did you mean seconds/],
  ])('refuses %s', (_what, given, message) => {
    expect(() => limitStorms(...(given as Parameters<typeof limitStorms>))).toThrow(message);
  });

  it('prints a summary that its sink can not take', () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const sink: Sink = ({ repeated }) => {
      if (repeated) throw new Error('the disk is full');
    };
    const limited = limitStorms(sink, { first: 1 });
    const report = reportTo([limited]);
    const error = new Error('x');
    const what = {
      level: 'error',
      error,
      causes: [],
      notices: [],
      status: 500,
      method: 'GET',
      path: '/',
    };
    for (let at = 0; at < 3; at += 1) report(what as never, {});
    limited.flush();
    const text = String(printed.mock.calls);
    printed.mockRestore();
    expect(text).toContain('a sink failed');
    expect(text).toContain('the disk is full');
    expect(text).toContain('… 2 more in');
  });
});
