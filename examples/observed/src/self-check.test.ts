import { execFileSync } from 'node:child_process';
import { jest } from '@jest/globals';

// A whole program is started, with a database.
jest.setTimeout(600_000);

const TITLES = [
  'an absent book: an expected 404',
  'a book that is there already: a 409 by the database',
  'a fault: 500',
  'what is concealed: a 403 that leaves as a 404',
  'a stream that fails half-way: cut off after a 200',
  'a client that has gone: 499',
  'what the guard refuses: a 400 of which the application never hears',
  'a storm: the same fault again and again',
];

describe('the observed example', () => {
  it('has pino, OpenTelemetry and Sentry told what they must be told, and nothing more', () => {
    const program = ['--import', './dist/telemetry.js', 'dist/self-check.js'];
    const options = { cwd: 'examples/observed', encoding: 'utf8' } as const;
    expect(execFileSync(process.execPath, program, options).trim().split('\n')).toEqual(
      ['Express', 'Koa'].flatMap((server) => TITLES.map((title) => `${server}: ${title}`)),
    );
  });
});
