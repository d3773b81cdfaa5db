// Not run: the type check fails where one of the good ones does not compile, or one of the others does
// (an unused @ts-expect-error is an error).
import { isProblem, problemType } from '@faultless/client';
import { bearer } from '@faultless/core';
import { defineProblems, members } from '@faultless/problems';
import { createPages, expressPages, koaPages } from '@faultless/problems/pages';
import { type } from 'arktype';
import express from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';
import * as v from 'valibot';
import { z } from 'zod';

const texts = { en: { title: 'A title.', detail: 'What happened.' } };

const problems = defineProblems({
  base: 'https://api.example/problems/',
  problems: {
    Plain: { status: 409, texts },
    Typed: { status: 403, texts, members: members<{ balance: number }>() },
    Zod: {
      status: 403,
      texts,
      members: z.object({ balance: z.number(), note: z.string().default('') }),
    },
    Valibot: { status: 403, texts, members: v.object({ balance: v.number() }) },
    Arktype: { status: 403, texts, members: type({ balance: 'number' }) },
    Optional: { status: 429, texts, members: z.object({ quota: z.number().optional() }) },
    Revoked: { status: 401, texts, challenges: 'shop' },
    Unnamed: { status: 401, texts, members: members<{ token: string }>() },
    Fixed: { status: 405, texts, allow: ['GET', 'HEAD'] },
    Free: { status: 405, texts },
    Range: { status: 416, texts, members: members<{ unit?: string }>() },
    Upgrade: { status: 426, texts, protocols: ['websocket'] },
  },
});
const { classes } = problems;
const { Plain, Typed, Zod, Valibot, Arktype, Optional } = classes;
const { Revoked, Unnamed, Fixed, Free, Range, Upgrade } = classes;

export const GOOD = (error: unknown) => [
  new Plain(),
  new Plain('detail'),
  new Plain({ cause: error, retryAfter: 5 }),
  new Plain('detail', { conceal: true }),
  new Plain({ detail: { key: 'sold_out' } }),
  new Typed({ balance: 30 }),
  new Typed({ balance: 30 }, 'detail'),
  new Typed({ balance: 30 }, 'detail', { cause: error }),
  new Typed({ balance: 30 }, { cause: error }),
  new Typed({ balance: 30 }).extensions.balance.toFixed(),
  new Zod({ balance: 30 }).extensions.note.trim(),
  new Valibot({ balance: 30 }).extensions.balance.toFixed(),
  new Arktype({ balance: 30 }).extensions.balance.toFixed(),
  new Optional(),
  new Optional({}),
  new Optional({ quota: 5 }, 'detail'),
  Typed.type.startsWith('https:'),
  new Revoked(),
  new Revoked('detail', { triedScheme: 'Bearer' }),
  new Unnamed({ token: 'a' }, { challenges: bearer({ error: 'invalid_token' }) }),
  new Fixed('detail'),
  new Free({ allow: ['GET'] }),
  new Free('detail', { allow: [], cause: error }),
  new Range({ unit: 'bytes' }, { size: 4096 }),
  new Range(undefined, 'detail', { size: 4096 }),
  new Upgrade(),
];

export const PAGES = (): unknown[] => [
  express().use(expressPages(problems)),
  express4().use(expressPages(problems)),
  new Koa().use(koaPages(problems)),
  new Koa2().use(koaPages(problems)),
  createPages(problems)({ method: 'GET', url: '/', headers: {} })?.status,
];

export const ON_CLIENT = (error: unknown) => [
  isProblem(error, Typed) && error.problem.balance.toFixed(),
  isProblem(error, Zod) && error.problem.note.trim(),
  isProblem(error, problemType<typeof Typed>(Typed.type)) && error.problem.balance.toFixed(),
  // @ts-expect-error a member that it does not have
  isProblem(error, Typed) && error.problem.balance === 'thirty',
];

export const WRONG = (error: Error) => [
  // @ts-expect-error members are missing
  new Typed(),
  // @ts-expect-error the members come first
  new Typed('detail', { balance: 30 }),
  // @ts-expect-error a member of another type
  new Typed({ balance: '30' }),
  // @ts-expect-error a member that it does not have
  new Typed({ balance: 30, limit: 50 }),
  // @ts-expect-error a member is missing
  new Zod({ note: '' }),
  // @ts-expect-error a member of another type
  new Valibot({ balance: '30' }),
  // @ts-expect-error a member of another type
  new Arktype({ balance: '30' }),
  // @ts-expect-error a member of another type
  new Optional({ quota: '5' }),
  // @ts-expect-error it has no members
  new Plain({ balance: 30 }),
  // @ts-expect-error an error is a cause
  new Plain(error),
  // @ts-expect-error an error is a cause
  new Plain('detail', error),
  // @ts-expect-error the type is the class's
  new Plain({ type: 'https://api.example/problems/other' }),
  // @ts-expect-error what the status owes is missing
  new Free(),
  // @ts-expect-error what the status owes is missing
  new Free('detail'),
  // @ts-expect-error methods are a list
  new Free({ allow: 'GET' }),
  // @ts-expect-error what the status owes is missing
  new Range({ unit: 'bytes' }),
  // @ts-expect-error a size in words
  new Range({ unit: 'bytes' }, { size: 'large' }),
  // @ts-expect-error what another status owes
  new Plain({ allow: ['GET'] }),
  // @ts-expect-error a class that there is not
  classes.Other,
];

export const REFUSED = () => [
  // @ts-expect-error a base is missing
  defineProblems({ problems: {} }),
  // @ts-expect-error an option that there is not
  defineProblems({ base: 'https://api.example/', problems: {}, local: [] }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error a status is missing
    problems: { A: { texts } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error a status of proxies
    problems: { A: { status: 407, texts } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error what the status owes is missing
    problems: { A: { status: 426, texts } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error no protocol at all
    problems: { A: { status: 426, texts, protocols: [] } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error what another status owes
    problems: { A: { status: 403, texts, allow: ['GET'] } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error what another status owes
    problems: { A: { status: 405, texts, challenges: 'shop' } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error methods are a list
    problems: { A: { status: 405, texts, allow: 'GET' } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error English is missing
    problems: { A: { status: 403, texts: { 'zh-CN': texts.en } } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error a detail is missing
    problems: { A: { status: 403, texts: { en: { title: 'A title.' } } } },
  }),
  defineProblems({
    base: 'https://api.example/',
    // @ts-expect-error a member that every problem has
    problems: { A: { status: 403, texts, members: z.object({ status: z.number() }) } },
  }),
  // @ts-expect-error a member that every problem has
  members<{ title: string }>(),
];
