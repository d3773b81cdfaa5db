import { findTrace } from '@faultless/core/adapter';
import * as api from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE}-${SPAN}-01`;

describe('findTrace', () => {
  const headers = { traceparent: TRACEPARENT };
  const ofRequest = { traceId: TRACE, spanId: SPAN };

  beforeAll(() => {
    new NodeTracerProvider().register();
  });

  afterAll(() => {
    api.trace.disable();
    api.context.disable();
  });

  it('finds the active span of OpenTelemetry first', () => {
    api.trace.getTracer('test').startActiveSpan('one', (span) => {
      const { traceId, spanId } = span.spanContext();
      expect(traceId).not.toBe(TRACE);
      expect(findTrace(headers)).toEqual({ traceId, spanId });
      expect(findTrace({})).toEqual({ traceId, spanId });
      span.end();
    });
  });

  it('finds that of the request where no span is active, or one that belongs to no trace', () => {
    expect(findTrace(headers)).toEqual(ofRequest);
    const span = api.trace.wrapSpanContext(api.INVALID_SPAN_CONTEXT);
    api.context.with(api.trace.setSpan(api.context.active(), span), () => {
      expect(findTrace(headers)).toEqual(ofRequest);
    });
  });

  it('finds that of the request where what is active is broken', () => {
    const span = {
      spanContext: (): never => {
        throw new Error('no');
      },
    } as unknown as api.Span;
    api.context.with(api.trace.setSpan(api.context.active(), span), () => {
      expect(findTrace(headers)).toEqual(ofRequest);
    });
  });

  it.each([
    TRACEPARENT,
    `00-${TRACE}-${SPAN}-ff`,
    `01-${TRACE}-${SPAN}-00`,
    `cc-${TRACE}-${SPAN}-01-what-the-future-will-be-like`,
  ])('reads the field %s', (traceparent) => {
    expect(findTrace({ traceparent })).toEqual({ traceId: TRACE, spanId: SPAN });
  });

  it.each([
    ['nothing', undefined],
    ['a list', [TRACEPARENT]],
    ['no text', ''],
    ['version ff', `ff-${TRACE}-${SPAN}-01`],
    ['version 00 with more', `${TRACEPARENT}-x`],
    ['a later version with more that is not apart', `cc-${TRACE}-${SPAN}-01.x`],
    ['capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['no flags', `00-${TRACE}-${SPAN}`],
    ['a short trace', `00-${TRACE.slice(1)}-${SPAN}-01`],
    ['two fields that were joined', `${TRACEPARENT}, ${TRACEPARENT}`],
    ['a line break', `${TRACEPARENT}\n`],
  ])('finds none in a field that is %s', (_what, traceparent) => {
    expect(findTrace({ traceparent })).toBeUndefined();
  });
});
