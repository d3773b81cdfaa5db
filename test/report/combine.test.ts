import { combine, consoleSink, limitStorms, type ReportRecord, reportTo } from '@faultless/report';
import { jest } from '@jest/globals';
import { recordOf } from './record-of.js';

describe('combine', () => {
  it('hands a record to each sink that takes it, under one limit', () => {
    const got: string[] = [];
    const named = (name: string) => (record: ReportRecord) => {
      got.push(`${name} ${record.repeated?.count ?? 'whole'}`);
    };
    const picky = Object.assign(named('picky'), { takes: () => false });
    const sink = limitStorms(combine(named('one'), picky, named('two')), { first: 1 });
    const report = reportTo([sink]);
    for (let at = 0; at < 3; at += 1) report(recordOf.report(new Error('no such luck')), {});
    sink.flush();
    expect(got).toEqual(['one whole', 'two whole', 'one 2', 'two 2']);
  });

  it('takes what one of them takes, and asks each', () => {
    const asked: string[] = [];
    const asking = (name: string, taken: boolean) =>
      Object.assign(() => undefined, {
        takes: () => {
          asked.push(name);
          return taken;
        },
      });
    const report = recordOf.report(new Error('no such luck'));
    expect(combine(asking('one', true), asking('two', false)).takes?.(report)).toBe(true);
    expect(asked).toEqual(['one', 'two']);
    expect(combine(asking('one', false)).takes?.(report)).toBe(false);
    expect(combine().takes?.(report)).toBe(false);
  });

  it.each<[string, readonly string[]]>([
    ['one', ['the disk is full']],
    ['several', ['the disk is full', 'the network is down']],
  ])('tells of %s that fails, and the others have their record', async (_what, messages) => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const got: ReportRecord[] = [];
    const failing = messages.map((message) => () => {
      throw new Error(message);
    });
    const hangs = () => new Promise(() => undefined);
    const rejects = () => Promise.reject(new Error('it was refused'));
    const report = reportTo([combine(hangs, ...failing, rejects, (record) => got.push(record))]);
    report(recordOf.report(new Error('no such luck')), {});
    await new Promise(setImmediate);
    const text = String(printed.mock.calls);
    printed.mockRestore();
    expect(got).toHaveLength(1);
    expect(text).toContain('a sink failed');
    for (const message of [...messages, 'it was refused']) expect(text).toContain(message);
  });

  it('tells of it at once, since a process that exits waits for nothing', () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const fail = () => {
      throw new Error('the disk is full');
    };
    const sink = limitStorms(combine(fail), { first: 1 });
    const report = reportTo([sink]);
    for (let at = 0; at < 2; at += 1) report(recordOf.report(new Error('no such luck')), {});
    printed.mockClear();
    sink.flush();
    const text = String(printed.mock.calls);
    printed.mockRestore();
    expect(text).toContain('the disk is full');
    expect(text).toContain('… 1 more in');
  });

  it('asks a sink that can not say what it takes no further', () => {
    const got: unknown[] = [];
    const unsure = Object.assign((record: ReportRecord) => got.push(record), {
      takes: () => {
        throw new Error('no idea');
      },
    });
    reportTo([combine(unsure)])(recordOf.report(new Error('no such luck')), {});
    expect(got).toHaveLength(1);
  });

  it('refuses what is no function', () => {
    expect(() => combine(consoleSink(), undefined as never)).toThrow(
      new TypeError('combine: sinks must be functions'),
    );
  });
});
