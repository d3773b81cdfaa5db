import { HttpError, NotFound, text, zhCN } from '@faultless/core';
import { eachServer } from './support/each-server.js';

const fail = (): never => {
  throw new NotFound('No such order.');
};

eachServer('Vary', (start) => {
  it.each([{}, { Accept: 'text/html' }, { 'Accept-Language': 'zh' }])(
    'names what took part, when the request had %j [vary]',
    async (headers) => {
      const response = await (await start(fail)).request({ headers });
      expect(response.value('Vary')).toBe('Accept, Accept-Language');
    },
  );

  it.each([
    ['Origin', 'Origin, Accept, Accept-Language'],
    ['accept', 'accept, Accept-Language'],
    ['Cookie , accept-LANGUAGE', 'Cookie, accept-LANGUAGE, Accept'],
    [['Origin', 'Accept-Encoding'], 'Origin, Accept-Encoding, Accept, Accept-Language'],
  ])('keeps what the app has set: %j [vary-merged]', async (before, expected) => {
    const server = await start((_request, response) => {
      response.setHeader('Vary', before);
      fail();
    });
    expect((await server.request()).value('Vary')).toBe(expected);
  });

  it('keeps the * of the app', async () => {
    const server = await start((_request, response) => {
      response.setHeader('Vary', '*');
      fail();
    });
    expect((await server.request()).value('Vary')?.split(/, */)).toContain('*');
  });

  it('is merged with that of the error', async () => {
    const server = await start((_request, response) => {
      response.setHeader('Vary', 'Origin');
      throw new HttpError(406, { headers: { vary: 'DPR, origin' } });
    });
    expect((await server.request()).value('Vary')).toBe('Origin, DPR, Accept, Accept-Language');
  });

  it('names no field that had no say', async () => {
    const oneFormat = await start(fail, { renderers: [text] });
    expect((await oneFormat.request()).value('Vary')).toBe('Accept-Language');
    const oneLanguage = await start(fail, { locales: [zhCN] });
    expect((await oneLanguage.request()).value('Vary')).toBe('Accept');
    const fixed = await start(fail, { renderers: [text], locales: [zhCN] });
    expect((await fixed.request()).value('Vary')).toBeUndefined();
  });
});
