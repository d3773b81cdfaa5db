import type { SentReply } from '@faultless/core/adapter';
import { serialiseReply } from './guard.js';

const REPLY: SentReply = {
  action: 'send',
  status: 426,
  reason: 'Upgrade Required',
  headers: [
    ['Link', ['<a>', '<b>']],
    ['Connection', 'upgrade'],
    ['X-Name', '\u00e4'],
    ['Content-Length', '3'],
  ],
  removed: [],
  body: '\u4e2d',
  ascii: false,
};

describe('serialiseReply', () => {
  it('writes one line for each value, octets as they are, and content as UTF-8', () => {
    const [head = '', body] = serialiseReply(REPLY).toString('latin1').split('\r\n\r\n');
    expect(head.replace(/Date: .*/, 'Date: now')).toBe(
      [
        'HTTP/1.1 426 Upgrade Required',
        'Date: now',
        'Link: <a>',
        'Link: <b>',
        'X-Name: \u00e4',
        'Content-Length: 3',
        'Connection: upgrade, close',
      ].join('\r\n'),
    );
    expect(Buffer.from(body ?? '', 'latin1').toString()).toBe('\u4e2d');
  });

  it('says that the connection ends once, also if the reply does', () => {
    const text = serialiseReply({ ...REPLY, headers: [['connection', 'close']] }).toString(
      'latin1',
    );
    expect(text.match(/close/g)).toHaveLength(1);
  });
});
