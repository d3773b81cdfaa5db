import { execFileSync } from 'node:child_process';

interface Told {
  readonly traces: readonly string[];
  readonly answered: readonly string[];
  readonly layers: readonly (readonly [status: number, events: readonly string[]])[];
  readonly traceIds: readonly string[];
  readonly spans: readonly { status: object; attributes: object; events: readonly object[] }[];
  readonly logs: readonly { attributes: object; traceId: string }[];
  readonly metrics: Readonly<Record<string, readonly { attributes: object; value: number }[]>>;
}

/** Instrumentations patch modules as Node loads them: it takes a process of its own, and what is built. */
function run(framework: string): Told {
  const program = ['report/opentelemetry-program.cjs', framework];
  const env = { ...process.env, OTEL_SEMCONV_STABILITY_OPT_IN: 'http' };
  return JSON.parse(
    execFileSync(process.execPath, program, { cwd: 'test', encoding: 'utf8', env }),
  ) as Told;
}

describe.each(['express', 'koa'])(
  'openTelemetrySink with the instrumentation of %s',
  (framework) => {
    const { spans, logs, metrics, traces, answered, layers, traceIds } = run(framework);
    const [absent, taken, fault, cut] = spans;

    it('leaves the span of an expected answer without an error', () => {
      for (const [span, status] of [[absent, 404] as const, [taken, 409] as const]) {
        expect(span?.status).toEqual({ code: 0 });
        expect(span?.attributes).toMatchObject({ 'http.response.status_code': status });
        expect(span?.attributes).not.toHaveProperty(['error.type']);
      }
    });

    it('says what failed in the span of a fault', () => {
      expect(fault?.status).toMatchObject({ code: 2 });
      expect(fault?.attributes).toMatchObject({
        'error.type': 'TypeError',
        'http.response.status_code': 500,
      });
    });

    it('fails the span of a response that was cut off, whose status was a good one', () => {
      expect(cut?.status).toEqual({ code: 2, message: 'no such luck, Bearer [redacted]' });
      expect(cut?.attributes).toMatchObject({
        'error.type': 'TypeError',
        'http.response.status_code': 200,
      });
    });

    it('logs exceptions in their trace, and adds no event to a span', () => {
      expect(spans.flatMap(({ events }) => events)).toEqual([]);
      expect(logs).toEqual(
        ['/fault', '/cut'].map((path, at) => ({
          eventName: 'http.server.request.exception',
          severityNumber: 17,
          body: 'no such luck, Bearer [redacted]',
          traceId: traceIds[at + 2],
          attributes: expect.objectContaining({
            'exception.type': 'TypeError',
            'exception.message': 'no such luck, Bearer [redacted]',
            'exception.stacktrace': expect.stringContaining('\n    at fail '),
            'error.type': 'TypeError',
            'url.path': path,
          }),
        })),
      );
    });

    it('counts errors, and leaves the metric of durations its error.type', () => {
      expect(metrics['faultless.reports']).toEqual(
        [
          [404, 'NotFound', true, 1],
          [409, 'Conflict', true, 1],
          [500, 'TypeError', false, 2],
        ].map(([status, type, expected, value]) => ({
          value,
          attributes: {
            'http.response.status_code': status,
            'error.type': type,
            'faultless.expected': expected,
          },
        })),
      );
      expect(metrics['http.server.request.duration']).toContainEqual({
        value: 1,
        attributes: expect.objectContaining({
          'http.response.status_code': 500,
          'error.type': '500',
        }),
      });
    });

    it('gives records, and the bodies that the client gets whole, the trace of the active span', () => {
      expect(traces).toEqual(traceIds);
      expect(answered).toEqual(traceIds.slice(0, 3));
      expect(new Set(traces).size).toBe(4);
    });

    it('comes too late for the spans of layers, as the documentation says', () => {
      const failed = layers.filter(([, events]) => events.length > 0);
      const status = framework === 'express' ? 2 : 0;
      expect(failed).toEqual(Array(4).fill([status, ['exception']]));
    });

    it('tells no secret', () => {
      expect(JSON.stringify({ spans, logs, metrics })).not.toContain('s3cr3t');
    });
  },
);
