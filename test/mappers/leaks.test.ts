import type { Exchange } from '@faultless/core/adapter';
import { explainMapping, type RequestFacts } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import { BUILT_IN_MAPPERS } from '../../packages/core/src/mappers/registry.js';
import { FORMATS } from '../contract/support/content-types.js';
import { CANARY, listFields, plantCanaries } from './plant-canaries.js';
import { thrownBy } from './raise.js';
import { collectSamples } from './samples/collect-samples.js';

const LANGUAGES = ['en', 'zh'];
const responder = createNodeResponder({ report: () => undefined });
const samples = (await collectSamples()).map((sample) => ({
  ...sample,
  title: `${sample.mapper} ${sample.what ?? ''}`.trim(),
}));

/** All that would reach the client, in every format and language. */
function answers(thrown: unknown): { status: number; text: string }[] {
  return FORMATS.flatMap((accept) =>
    LANGUAGES.map((language) => {
      const request: RequestFacts = {
        method: 'POST',
        // Credentials came, so that challenges leave with all that they say.
        headers: { accept, 'accept-language': language, authorization: 'Bearer x' },
      };
      const response = { getHeader: () => undefined, getHeaderNames: () => [] };
      const exchange = { request, response, state: 'open', context: request };
      const { reply } = responder.respond(thrown, exchange as unknown as Exchange<RequestFacts>);
      if (reply.action !== 'send') throw new Error('nothing was sent');
      return { status: reply.status, text: `${reply.body}\n${JSON.stringify(reply.headers)}` };
    }),
  );
}

describe('a built-in mapper', () => {
  it.each(BUILT_IN_MAPPERS.list.map(({ name }) => name))('%s has a sample', (name) => {
    expect(samples.map(({ mapper }) => mapper)).toContain(name);
  });
});

describe.each(samples)('$title', ({ mapper, raise, told }) => {
  it('is taken by its mapper', async () => {
    expect(explainMapping(await thrownBy(raise))).toMatchObject({ mapper, through: [] });
  });

  it('tells nothing of the original, however it is planted', async () => {
    const thrown = await thrownBy(raise);
    const { planted, restore } = plantCanaries(thrown, mapper, told);
    const taken = explainMapping(thrown);
    const answered = answers(thrown);
    restore();
    expect(planted.length).toBeGreaterThan(0);
    expect(taken.mapper).toBe(mapper);
    for (const { text } of answered) expect(text).not.toContain(CANARY);
  });

  it('tells nothing of it in its own words either', async () => {
    const thrown = await thrownBy(raise);
    const own = listFields(thrown).filter(({ path }) =>
      /\.(?:stack|sql|url|host|path\b.*\/)$/.test(path),
    );
    for (const { text } of answers(thrown)) {
      expect(text).not.toMatch(/node_modules|\bat [\w.]+ \(/);
      for (const field of own) if (field.text.length > 3) expect(text).not.toContain(field.text);
    }
  });

  it('tells nothing when what it is known by is planted too', async () => {
    const { kept, restore } = plantCanaries(await thrownBy(raise), mapper, told);
    restore();
    for (const path of kept.filter((one) => told?.test(one) !== true)) {
      const thrown = await thrownBy(raise);
      const field = listFields(thrown).find((one) => one.path === path);
      if (field === undefined) continue;
      Reflect.set(field.holder, field.name, CANARY);
      const answered = answers(thrown);
      Reflect.set(field.holder, field.name, field.text);
      for (const { text } of answered) expect(text).not.toContain(CANARY);
    }
  });
});
