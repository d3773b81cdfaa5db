import { jest } from '@jest/globals';
import { runVitest } from '../harness/run-vitest.js';

// It starts another runner, on what is built.
jest.setTimeout(120_000);

describe('@faultless/testing/vitest', () => {
  it('matches what is so', async () => {
    const results = await runVitest('test/testing/vitest', 'passing.spec.ts');
    expect(results.map(({ status, failureMessages }) => [status, ...failureMessages])).toEqual([
      ['passed'],
      ['passed'],
      ['passed'],
    ]);
  });

  it('says what is not so, and shows the answer', async () => {
    const results = await runVitest('test/testing/vitest', 'failing.spec.ts');
    const messages = results.map(({ failureMessages }) => String(failureMessages));
    expect(messages).toEqual([
      expect.stringMatching(/^Error: balance: expected 3, received 30\n\nHTTP 403\n/),
      expect.stringMatching(
        /^Error: expected application\/problem\+json, received text\/plain;charset=UTF-8\n\nHTTP 403\n[\s\S]*\n\nNo\.\n/,
      ),
      expect.stringMatching(
        /^Error: a client can tell them apart\n\n[\s\S]*- HTTP 404\n\+ HTTP 403\n/,
      ),
    ]);
  });
});
