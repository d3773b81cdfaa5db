import type { Reply, RequestFacts } from '@faultless/core/adapter';
import { describe, expect, it } from '@jest/globals';
import { announceText, findAnnounced, findLateText } from './late-text.js';

const late = { name: 'a view', seconds: 1, instead: 'late', render: () => 'text' };
const send = (headers: readonly (readonly [string, string])[]): Reply => ({
  action: 'send',
  status: 404,
  reason: 'Not Found',
  headers,
  removed: [],
  body: 'late',
  ascii: true,
});

describe('findLateText', () => {
  it.each<[what: string, reply: Reply, found: unknown]>([
    ['the one that was announced', send([['Content-Length', '4']]), late],
    ['none for another body', send([['Content-Length', '5']]), undefined],
    ['none where no length is told', send([]), undefined],
    ['none where nothing is sent', { action: 'none' }, undefined],
  ])('finds %s', (_what, reply, found) => {
    const request: RequestFacts = { headers: {} };
    expect(findLateText(request, reply)).toBeUndefined();
    announceText(request, late);
    expect([findAnnounced(request), findLateText(request, reply)]).toEqual([late, found]);
  });
});
