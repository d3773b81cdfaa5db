import { jest } from '@jest/globals';
import { createResponder, type ResponderParts } from '../adapter.js';
import { en, InternalServerError, NotFound, problemJson } from '../index.js';

const PARTS: ResponderParts = {
  renderers: [problemJson],
  locales: [en],
  report: () => undefined,
};

const hasTrace = (error: Error): boolean => /\n +at /.test(error.stack ?? '');

describe('the option stackTraces', () => {
  afterEach(() => {
    createResponder({ stackTraces: 'all' }, PARTS);
  });

  it.each([
    ['all', true, true],
    ['server', false, true],
    ['none', false, false],
  ] as const)('keeps, when it is %s, those of 4xx: %p, of 5xx: %p', (stackTraces, ours, theirs) => {
    createResponder({ stackTraces }, PARTS);
    const limit = Error.stackTraceLimit;
    expect(hasTrace(new NotFound())).toBe(ours);
    expect(hasTrace(new InternalServerError())).toBe(theirs);
    expect(Error.stackTraceLimit).toBe(limit);
    expect(hasTrace(new Error('foreign'))).toBe(true);
  });

  it('leaves alone an engine that lets nobody set a limit', () => {
    createResponder({ stackTraces: 'none' }, PARTS);
    const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
    Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: false });
    const error = new NotFound('No such order.');
    Object.defineProperty(Error, 'stackTraceLimit', { ...limit });
    expect(error.detail).toBe('No such order.');
    expect(hasTrace(error)).toBe(true);
  });

  it('is "server" in production', async () => {
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    jest.resetModules();
    const { suppressStack, restoreStacks } = await import('./stack-traces.js');
    process.env.NODE_ENV = NODE_ENV;
    const limit = suppressStack(404);
    restoreStacks(limit);
    expect(limit).toBe(Error.stackTraceLimit);
    expect(suppressStack(500)).toBeUndefined();
  });
});
