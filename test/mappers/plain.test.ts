import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'basic-ftp';
import { describeFamily } from './describe-family.js';
import { PLAIN_CASES } from './plain-cases.js';
import { explain } from './raise.js';

describeFamily(PLAIN_CASES);

describe('a command', () => {
  it.each<[string, () => unknown]>([
    ['fails', () => promisify(exec)('exit 3')],
    ['writes too much', () => promisify(exec)('yes', { maxBuffer: 10 })],
  ])('that %s is a fault of ours', async (_what, raise) => {
    expect((await explain(raise)).error.status).toBe(500);
  });
});

it('a client of FTP that was closed is a fault of ours', async () => {
  const client = new Client();
  client.close();
  expect((await explain(() => client.list())).error.status).toBe(500);
});
