import type { ServerResponse } from 'node:http';
import { Forbidden, HttpError, htmlPage, lastEvent, NotFound } from '@faultless/node';
import { type Options, UNANSWERED } from '../harness/servers.js';
import { startForEach } from '../harness/start-guarded.js';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACED = { Traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };

eachServer('traceId', (start) => {
  const failing = (thrown: unknown, options: Options = { traceId: true }) =>
    start(() => {
      throw thrown;
    }, options);

  it.each([
    ['an error', new NotFound('No such order.')],
    ['one that says nothing but its status', new NotFound()],
    ['one of the server', new TypeError('x is not a function')],
  ])('puts the id of the trace into the body of %s', async (_what, thrown) => {
    const server = await failing(thrown);
    const others = { Traceparent: TRACED.Traceparent.replaceAll('4', '5') };
    for (const [headers, traceId] of [
      [TRACED, TRACE],
      [others, TRACE.replaceAll('4', '5')],
      [{}, undefined],
      [{ Traceparent: '00-<b>-00f067aa0ba902b7-01' }, undefined],
    ] as const) {
      const answer = await server.request({ headers });
      expect(answer.json().traceId).toBe(traceId);
      expect(answer.json().instance).toMatch(/^urn:uuid:/);
    }
    expect(server.reports.flatMap(({ notices }) => notices)).toEqual([]);
  });

  it.each([{}, { traceId: false }])('is in no body with %j', async (options) => {
    const server = await failing(new NotFound(), options);
    for (const accept of ['application/problem+json', 'text/html', 'text/markdown']) {
      const answer = await server.request({ headers: { ...TRACED, Accept: accept } });
      expect(answer.text).not.toContain(TRACE);
    }
  });

  it.each([
    ['text/html', `<footer>Reference <code>${TRACE}</code></footer>`],
    ['text/plain', `\nReference: ${TRACE}\n`],
    ['text/markdown', `\n- \`traceId\`: \`${TRACE}\`\n`],
    ['application/problem+xml', `<traceId>${TRACE}</traceId>`],
  ])('is told once by %s, as the reference where there is one', async (accept, told) => {
    const server = await failing(new NotFound());
    const { text } = await server.request({ headers: { ...TRACED, Accept: accept } });
    expect(text).toContain(told);
    expect(text.split(TRACE)).toHaveLength(2);
    const untraced = await server.request({ headers: { Accept: accept } });
    expect(untraced.text).toContain(server.reports[1]?.instance);
  });

  it("is what a page's link to support says", async () => {
    const page = htmlPage({ support: 'mailto:help@shop.example?subject={reference}' });
    const server = await failing(new NotFound(), { traceId: true, renderers: [page] });
    const { text } = await server.request({ headers: TRACED });
    expect(text).toContain(`href="mailto:help@shop.example?subject=${TRACE}"`);
  });

  it('tells a concealed error and an absence alike', async () => {
    const server = await start(
      ({ url }) => {
        if (url === '/absent') return UNANSWERED;
        throw new Forbidden('Only for the board.', { conceal: true });
      },
      { traceId: true },
    );
    for (const headers of [TRACED, {}]) {
      const answers = [
        await server.request({ path: '/concealed', headers }),
        await server.request({ path: '/absent', headers }),
      ].map((answer) => ({
        fields: answer.fields.filter(([name]) => name !== 'Date'),
        body: { ...answer.json(), instance: 'any' },
      }));
      expect(answers[0]).toEqual(answers[1]);
      expect('traceId' in (answers[0]?.body ?? {})).toBe(headers === TRACED);
    }
  });

  it('leaves alone what the error calls so itself, and shows it to extend', async () => {
    const seen: unknown[] = [];
    const server = await start(
      ({ url }) => {
        throw new HttpError(409, url === '/own' ? { extensions: { traceId: 7 } } : {});
      },
      { traceId: true, extend: ({ traceId }) => void seen.push(traceId) },
    );
    const own = await server.request({ path: '/own', headers: TRACED });
    expect(own.json().traceId).toBe(7);
    const page = await server.request({
      path: '/own',
      headers: { ...TRACED, Accept: 'text/html' },
    });
    expect(page.text).toContain('<dt>traceId</dt><dd><code>7</code></dd>');
    await server.request({ headers: TRACED });
    expect(seen).toEqual([7, 7, TRACE]);
    expect(server.reports.flatMap(({ notices }) => notices)).toEqual([]);
  });

  it('is in a last event', async () => {
    const handler = async (_request: unknown, response: ServerResponse) => {
      response.setHeader('Content-Type', 'text/event-stream');
      await new Promise((resolve) => response.write('data: 1\n\n', resolve));
      throw new NotFound();
    };
    const server = await start(handler, { traceId: true, lastEvent });
    const connection = await server.connect();
    connection.send({ path: '/events', headers: TRACED });
    await connection.closed;
    await until(() => server.reports.length > 0);
    expect(connection.unread.toString()).toContain(`"traceId":"${TRACE}"`);
  });
});

describe('traceId of a guard', () => {
  const start = startForEach('node:http');

  it('is that of a request, and none of what is no request', async () => {
    const server = await start({ guard: { traceId: true, maxConnections: 0 } });
    const refused = await server.request({ headers: TRACED });
    expect(refused.json()).toMatchObject({ status: 503, traceId: TRACE });
    const bytes = `GET / HTTP/1.1\r\nHost: a b\r\nTraceparent: ${TRACED.Traceparent}\r\n\r\n`;
    const malformed = await server.raw(bytes);
    expect(malformed.json()).toMatchObject({ status: 400 });
    const nothing = await server.raw('HELLO\r\n\r\n');
    expect(Object.keys(nothing.json())).not.toContain('traceId');
  });
});
