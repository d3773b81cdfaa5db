// Asks a server for all that can go wrong, and prints what the client makes of it, on whatever runs it.
import process from 'node:process';
import { isProblem, problemFetch, problemType } from '@faultless/client';

const [origin] = process.argv.slice(2);
const OutOfCredit = problemType('https://example.com/problems/out-of-credit');

async function ask(path, { options = { retries: 0 }, init } = {}) {
  try {
    const response = await problemFetch(fetch, options)(new URL(path, origin).href, init);
    return { text: await response.text() };
  } catch (error) {
    const { kind, method, problem, challenges, retry, message } = error;
    const of = isProblem(error, OutOfCredit) ? 'out of credit' : isProblem(error);
    return { of, kind, method, problem, challenges, retry, message };
  }
}

const asked = {
  problem: await ask('/credit'),
  xml: await ask('/credit', { init: { headers: { Accept: 'application/problem+xml' } } }),
  page: await ask('/credit', { init: { headers: { Accept: 'text/html' } } }),
  challenge: await ask('/sign-in'),
  again: await ask('/later', { options: {}, init: { method: 'PUT', body: 'again' } }),
  late: await ask('/never', { options: { retries: 0, timeoutMs: 100 } }),
  'given up': await ask('/never', { init: { signal: AbortSignal.abort() } }),
  'too long': await ask('/long'),
  'no server': await ask('http://127.0.0.1:1/'),
};

console.log(JSON.stringify(asked));
process.exit();
