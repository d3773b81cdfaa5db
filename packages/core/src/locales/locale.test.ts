import { en } from './en.js';
import { formatMessage } from './locale.js';

const locale = { ...en, messages: { sold: '{count} of {what} left' } };

describe('formatMessage', () => {
  it.each([
    [{ count: 2, what: '{count}' }, '2 of {count} left'],
    [{ count: 2 }, '2 of {what} left'],
    [undefined, '{count} of {what} left'],
    [Object.create({ count: 2 }) as object, '{count} of {what} left'],
  ])('puts in the parameters %j', (params, text) => {
    expect(formatMessage(locale.messages, { key: 'sold', params } as never)).toBe(text);
  });

  it.each(['absent', 'toString'])('has no text for the key %s', (key) => {
    expect(formatMessage(locale.messages, { key })).toBeUndefined();
    expect(formatMessage(undefined, { key })).toBeUndefined();
  });
});
