import { lastEvent, mediaTypeOf } from './last-event.js';

const problem = { type: 'about:blank', title: 'Not Found', status: 404 };

describe('lastEvent', () => {
  it('ends what was begun, in the formats that are read piece by piece', () => {
    const json = JSON.stringify(problem);
    expect(lastEvent(problem, 'text/event-stream')).toBe(`\n\nevent: error\ndata: ${json}\n\n`);
    expect(lastEvent(problem, 'application/x-ndjson')).toBe(`\n{"error":${json}}\n`);
    expect(lastEvent(problem, 'text/plain')).toBeUndefined();
  });
});

describe('mediaTypeOf', () => {
  it.each([
    ['Text/Event-Stream; charset=utf-8', 'text/event-stream'],
    [' text/plain ', 'text/plain'],
    ['', ''],
    [undefined, ''],
    [['text/plain'], ''],
    [5, ''],
  ])('reads %p as %j', (field, mediaType) => {
    expect(mediaTypeOf(field)).toBe(mediaType);
  });
});
