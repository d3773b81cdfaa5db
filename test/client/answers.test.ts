import {
  isProblem,
  ProblemError,
  problemFetch,
  problemType,
  RequestError,
  readProblem,
} from '@faultless/client';
import {
  BadRequest,
  defineProblem,
  Forbidden,
  jsonEnvelope,
  problemXml,
  ServiceUnavailable,
  Unauthorized,
} from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

const URI = 'https://example.com/problems/out-of-credit';
const OutOfCreditThrown = defineProblem<{ balance: number; accounts: readonly string[] }>({
  type: URI,
  title: 'You do not have enough credit.',
  status: 403,
});
const OutOfCredit = problemType<typeof OutOfCreditThrown>(URI);
const OUT_OF_CREDIT = new OutOfCreditThrown('Your balance is 30, but that costs 50.', {
  balance: 30,
  accounts: ['/account/12345', '/account/67890'],
});

const once = problemFetch(fetch, { retries: 0 });

async function caughtBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return error;
  }
}

async function problemFrom(...args: Parameters<typeof once>): Promise<ProblemError> {
  const error = await caughtBy(() => once(...args));
  if (!isProblem(error)) throw new Error('it was no problem', { cause: error });
  return error;
}

describeEachServer(({ start }) => {
  it('reads a problem type with its members', async () => {
    const { port } = await start(throwing(OUT_OF_CREDIT));
    const error = await caughtBy(() => once(`http://127.0.0.1:${port}/buy?card=4111`));
    if (!isProblem(error, OutOfCredit)) throw new Error('it was another', { cause: error });
    const balance: number = error.problem.balance;
    const accounts: readonly string[] = error.problem.accounts;
    expect([balance, accounts]).toEqual([30, ['/account/12345', '/account/67890']]);
    expect(error.problem).toMatchObject({
      type: URI,
      status: 403,
      title: 'You do not have enough credit.',
      detail: 'Your balance is 30, but that costs 50.',
      instance: expect.stringMatching(/^urn:uuid:/),
    });
    expect(error.message).toBe(
      `GET http://127.0.0.1:${port}/buy: 403 You do not have enough credit.: Your balance is 30, but that costs 50.`,
    );
    expect(isProblem(error, 'https://example.com/problems/another')).toBe(false);
  });

  it('knows a problem by the class that the server throws', async () => {
    const { port } = await start(throwing(OUT_OF_CREDIT));
    const error = await caughtBy(() => once(`http://127.0.0.1:${port}/`));
    if (!isProblem(error, OutOfCreditThrown)) throw new Error('it was another', { cause: error });
    const balance: number = error.problem.balance;
    expect(balance).toBe(30);
    const Another = defineProblem({ type: 'a:b', title: 'No.', status: 403 });
    expect(isProblem(error, Another)).toBe(false);
    // @ts-expect-error: a class without a problem type names none
    expect(isProblem(error, Forbidden)).toBe(false);
  });

  it('reads the same from XML, where all members are texts', async () => {
    const { port } = await start(throwing(OUT_OF_CREDIT), { renderers: [problemXml] });
    const { problem } = await problemFrom(`http://127.0.0.1:${port}/`);
    expect(problem).toMatchObject({
      type: URI,
      status: 403,
      detail: 'Your balance is 30, but that costs 50.',
      balance: '30',
      accounts: ['/account/12345', '/account/67890'],
    });
  });

  it('reads a body of the server’s own through a function', async () => {
    const renderers = [
      jsonEnvelope(({ code, detail }) => ({ error: { code, message: detail } })),
    ] as const;
    const { port } = await start(throwing(new BadRequest('No.', { code: 'nope' })), { renderers });
    const request = problemFetch(fetch, {
      retries: 0,
      envelope: ({ error }) => {
        const { code, message } = error as { code: string; message: string };
        return { code, detail: message };
      },
    });
    const error = await caughtBy(() => request(`http://127.0.0.1:${port}/`));
    expect(error).toMatchObject({
      problem: { type: 'about:blank', status: 400, code: 'nope', detail: 'No.' },
      content: { error: { code: 'nope', message: 'No.' } },
    });
    const plain = await problemFrom(`http://127.0.0.1:${port}/`);
    expect(plain.problem).toEqual({ type: 'about:blank', status: 400 });
  });

  it('believes nothing of a page', async () => {
    const { port } = await start(throwing(new Forbidden('Only the owner.')));
    const error = await problemFrom(`http://127.0.0.1:${port}/`, {
      headers: { Accept: 'text/html' },
    });
    expect(error.problem).toEqual({ type: 'about:blank', status: 403 });
  });

  it('reads challenges', async () => {
    const { port } = await start(throwing(new Unauthorized('orders, and "more"')));
    const { status, challenges } = await problemFrom(`http://127.0.0.1:${port}/`);
    expect([status, challenges]).toEqual([
      401,
      [{ scheme: 'Bearer', params: { realm: 'orders, and "more"' } }],
    ]);
  });

  it('says when to come back', async () => {
    const { port } = await start(throwing(new ServiceUnavailable({ retryAfter: 120 })));
    const { retry, problem } = await problemFrom(`http://127.0.0.1:${port}/`);
    expect(retry).toEqual({ worthwhile: true, afterMs: 120_000, reason: 'GET may be repeated' });
    expect(problem.temporary).toBe(true);
  });

  it('is an upstream’s failure where a gateway throws it again', async () => {
    const upstream = await start(throwing(OUT_OF_CREDIT));
    const gateway = await start(async () => {
      await once(`http://127.0.0.1:${upstream.port}/`);
    });
    const { status, problem } = await problemFrom(`http://127.0.0.1:${gateway.port}/`);
    expect([status, problem.detail, problem.balance]).toEqual([502, expect.anything(), undefined]);
    expect(JSON.stringify(problem)).not.toContain('balance');
    expect(gateway.onlyReport().error).toBeInstanceOf(ProblemError);
  });

  it('is an upstream’s failure where a gateway got no response', async () => {
    const gateway = await start(async () => {
      await once('http://127.0.0.1:1/');
    });
    const { status } = await problemFrom(`http://127.0.0.1:${gateway.port}/`);
    expect(status).toBe(502);
    expect(gateway.onlyReport().error).toBeInstanceOf(RequestError);
  });

  it('is an upstream’s slowness where a gateway waited in vain', async () => {
    const upstream = await start(() => new Promise(() => undefined));
    const request = problemFetch(fetch, { retries: 0, timeoutMs: 50 });
    const gateway = await start(async () => {
      await request(`http://127.0.0.1:${upstream.port}/`);
    });
    const { status } = await problemFrom(`http://127.0.0.1:${gateway.port}/`);
    expect(status).toBe(504);
  });

  it('reads a response of a fetch that was not wrapped', async () => {
    const { port } = await start(throwing(OUT_OF_CREDIT));
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' });
    const error = await readProblem(response, { method: 'post' });
    expect([error.method, error.url, error.type]).toEqual([
      'POST',
      `http://127.0.0.1:${port}/`,
      URI,
    ]);
  });
});
