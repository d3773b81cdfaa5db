import { describe, expect, it } from '@jest/globals';
import { NotFound } from '../errors/client-errors.js';
import { HttpError } from '../errors/http-error.js';
import { BUILT_IN_NEGOTIATION } from '../negotiation/built-in-negotiation.js';
import { BUILT_IN_RENDERERS } from '../renderers/built-in-renderers.js';
import type { NoticeEntry } from '../reporting/report.js';
import { createResponder } from '../respond.js';
import type { RegisteredErrorCode } from '../statuses/registered.js';
import { defineLocale } from './define-locale.js';
import { en } from './en.js';
import type { Locale } from './locale.js';
import { zhCN } from './zh-CN.js';

const fr = defineLocale(
  {
    tag: 'fr',
    direction: 'ltr',
    statuses: {
      404: { title: 'Introuvable', detail: 'Rien à cette adresse.', advice: 'Vérifiez l’adresse.' },
      403: { title: 'Interdit' },
    },
    messages: { sold_out: '{item} est épuisé.' },
  },
  en,
);

function withoutStatus(locale: Locale, status: RegisteredErrorCode): Locale {
  const others = Object.entries(locale.statuses).filter(([code]) => code !== String(status));
  return { ...locale, statuses: Object.fromEntries(others) as Locale['statuses'] };
}

function answerer(locales: readonly [Locale, ...Locale[]], defaultLocale?: string) {
  const responder = createResponder(
    { locales, defaultLocale },
    {
      renderers: BUILT_IN_RENDERERS,
      locales,
      negotiation: BUILT_IN_NEGOTIATION,
      report: () => undefined,
    },
  );
  return (error: HttpError, language: string) => {
    const request = { headers: { 'accept-language': language } };
    const response = { getHeader: () => undefined, getHeaderNames: () => [] };
    const exchange = { request, response, state: 'open', context: request } as const;
    const { reply, report } = responder.respond(error, exchange);
    if (reply.action !== 'send') throw new Error('nothing was sent');
    return {
      ...(JSON.parse(reply.body) as { title: string; detail?: string }),
      language: new Map(reply.headers).get('Content-Language'),
      notices: report.notices.map(({ message }: NoticeEntry) => message),
    };
  };
}

describe('defineLocale', () => {
  it('makes a language of what there is and borrows the rest', () => {
    const answer = answerer([en, zhCN, fr]);
    expect(answer(new NotFound(), 'fr-CA')).toMatchObject({
      title: 'Introuvable',
      detail: 'Rien à cette adresse.',
      language: 'fr',
      notices: [],
    });
    expect(answer(new HttpError(410), 'fr')).toMatchObject({ title: 'Gone', language: 'fr' });
  });

  it.each([
    ['a locale written before the registry got a status', withoutStatus(en, 451)],
    ['one made out of such a locale', defineLocale({ labels: {} }, withoutStatus(en, 451))],
  ])('has the phrase and the texts of the class in %s, and one notice', (_what, old) => {
    const answer = answerer([old, zhCN]);
    const { title, detail, notices } = answer(new HttpError(451), 'en');
    expect([title, detail]).toEqual([
      'Unavailable For Legal Reasons',
      en.statuses.clientError.detail,
    ]);
    expect(notices).toEqual(['the locale en has no texts for 451']);
    expect(answer(new HttpError(451), 'en').notices).toEqual([]);
    expect(answer(new HttpError(499), 'en').notices).toEqual([]);
  });

  it('takes texts for a status that its base lacks', () => {
    const own = { 451: { title: 'Blocked' } };
    const answer = answerer([defineLocale({ statuses: own }, withoutStatus(en, 451)), zhCN]);
    expect(answer(new HttpError(451), 'en')).toMatchObject({
      title: 'Blocked',
      detail: en.statuses.clientError.detail,
      notices: [],
    });
  });

  it('tells once for each status that its texts are borrowed, wholly or in part', () => {
    const answer = answerer([en, fr]);
    expect(answer(new HttpError(410), 'fr').notices).toEqual([
      'the locale fr has no texts for 410',
    ]);
    expect(answer(new HttpError(410), 'fr').notices).toEqual([]);
    expect(answer(new HttpError(403), 'fr')).toMatchObject({
      title: 'Interdit',
      detail: en.statuses[403].detail,
      notices: ['the locale fr has no texts for 403'],
    });
    expect(answer(new HttpError(410), 'en').notices).toEqual([]);
  });

  it('changes single texts of a locale and keeps the rest, messages included', () => {
    const shop = defineLocale(
      { statuses: { 404: { detail: 'We do not sell that.' } }, messages: { sold_out: '{item}!' } },
      en,
    );
    expect(shop).toMatchObject({ tag: 'en', direction: 'ltr' });
    expect(shop.messages).toEqual({ ...en.messages, sold_out: '{item}!' });
    expect(answerer([shop])(new NotFound(), 'en')).toMatchObject({
      title: 'Not Found',
      detail: 'We do not sell that.',
      notices: [],
    });
    expect(en.statuses[404].detail).not.toBe('We do not sell that.');
  });

  it('changes a locale that was changed', () => {
    const twice = defineLocale(
      { messages: { b: 'B' } },
      defineLocale({ messages: { a: 'A' } }, fr),
    );
    expect(twice.messages).toEqual({ ...fr.messages, a: 'A', b: 'B' });
    expect(twice.borrowed).toBe(fr.borrowed);
  });

  it('keeps the aliases of a locale that it changes, and gives none to another language', () => {
    expect(defineLocale({}, zhCN).aliases).toEqual(zhCN.aliases);
    expect(defineLocale({ tag: 'ja', direction: 'ltr' }, zhCN).aliases).toBeUndefined();
    expect(defineLocale({ aliases: ['fr-CA'] }, fr).aliases).toEqual(['fr-CA']);
  });

  it('spells the tag as BCP 47 has it', () => {
    expect(defineLocale({ tag: 'pt-br', direction: 'ltr' }, en).tag).toBe('pt-BR');
  });

  it.each([
    [{ tag: 'not a tag', direction: 'ltr' }, 'tag must be a language tag'],
    [{ statuses: { 499: { title: 'x' } } }, 'there is no status "499"'],
    [{ labels: { referense: 'x' } }, 'there is no label "referense"'],
    [{ statuses: { 404: { titel: 'x' } } }, 'there is no text "titel"'],
    [{ statuses: { 404: { title: 404 } } }, 'title of 404 must be a string'],
    [{ messages: { sold_out: 1 } }, 'message "sold_out" must be a string'],
    [{ tag: 'ar' }, 'direction must be'],
    [{ mesages: {} }, 'there is no "mesages"'],
    [null, 'an object'],
  ])('refuses %j', (definition, message) => {
    expect(() => defineLocale(definition as object, en)).toThrow(TypeError);
    expect(() => defineLocale(definition as object, en)).toThrow(message);
  });
});

describe('a message', () => {
  const soldOut = new HttpError(409, { detail: { key: 'sold_out', params: { item: 'Tea' } } });
  const shop = defineLocale({ messages: { sold_out: '{item} is sold out.' } }, en);

  it('is written in the language of the client', () => {
    const answer = answerer([shop, fr]);
    expect(answer(soldOut, 'fr').detail).toBe('Tea est épuisé.');
    expect(answer(soldOut, 'en').detail).toBe('Tea is sold out.');
  });

  it('is written in the default language where the client’s lacks it, and told of once', () => {
    const answer = answerer([zhCN, shop], 'en');
    expect(answer(soldOut, 'zh')).toMatchObject({
      title: zhCN.statuses[409].title,
      detail: 'Tea is sold out.',
      notices: ['the locale zh-CN has no message "sold_out"'],
    });
    expect(answer(soldOut, 'zh').notices).toEqual([]);
  });

  it('gives way to the text of the status where no locale has it', () => {
    const answer = answerer([en, zhCN]);
    expect(answer(soldOut, 'zh')).toMatchObject({
      detail: zhCN.statuses[409].detail,
      notices: ['the locale zh-CN has no message "sold_out"'],
    });
    expect(answer(soldOut, 'en')).toMatchObject({
      detail: en.statuses[409].detail,
      notices: ['the locale en has no message "sold_out"'],
    });
  });

  it('is told of by each responder for itself', () => {
    expect(answerer([en])(soldOut, 'en').notices).toHaveLength(1);
    expect(answerer([en])(soldOut, 'en').notices).toHaveLength(1);
  });

  it('fills no memory when its key comes from input', () => {
    const answer = answerer([en]);
    const told = Array.from({ length: 1500 }, (_, index) =>
      answer(new HttpError(409, { detail: { key: `k${index}` } }), 'en'),
    ).flatMap(({ notices }) => notices);
    expect(told).toHaveLength(1000);
  });
});
