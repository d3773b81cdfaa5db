import { PLAIN_INSTANCE, splitBody } from './render-body.js';

describe('splitBody', () => {
  it('splits at the instance, and counts the bytes of the whole', () => {
    expect(splitBody(`é ${PLAIN_INSTANCE}!`)).toEqual({
      before: 'é ',
      after: '!',
      measure: { length: String(3 + PLAIN_INSTANCE.length + 1), ascii: false },
    });
  });

  it.each(['', 'nothing', `${PLAIN_INSTANCE} ${PLAIN_INSTANCE}`])('leaves %j whole', (text) => {
    expect(splitBody(text)).toBeUndefined();
  });
});
