import * as core from '@faultless/core';
import { REGISTERED_ERRORS } from '../../packages/core/src/statuses/registered.js';
import { eachServer } from './support/each-server.js';

/** What the classes need that owe a field. */
const OWED: Readonly<Record<string, unknown>> = {
  Unauthorized: 'orders',
  ProxyAuthenticationRequired: 'proxy',
  MethodNotAllowed: ['GET'],
  RangeNotSatisfiable: 100,
  UpgradeRequired: 'websocket',
};

type ErrorClass = new (...args: unknown[]) => core.HttpError;

/** The class of each registered status; its name is the phrase, but for the joke. */
const CLASSES = Object.entries(REGISTERED_ERRORS).map(([code, { phrase }]) => {
  const name = code === '418' ? 'ImATeapot' : className(phrase);
  const found = (core as unknown as Record<string, ErrorClass | undefined>)[name];
  return { name, status: Number(code), found };
});

function className(phrase: string): string {
  return phrase
    .split(/[^A-Za-z]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^URI/, 'Uri')
    .replace(/^HTTP/, 'Http');
}

function make({ name, found }: (typeof CLASSES)[number], ...args: unknown[]): core.HttpError {
  if (found === undefined) throw new Error(`there is no class ${name}`);
  const Class = found;
  return name in OWED ? new Class(OWED[name], ...args) : new Class(...args);
}

eachServer('the class of every registered status', (start) => {
  it.each(CLASSES)('$status, $name, is answered with what it says', async (one) => {
    const server = await start(({ url }) => {
      if (url === '/plain') throw make(one);
      if (url === '/options') throw make(one, { detail: 'Said so.', expose: true, code: 'said' });
      throw make(one, 'Said so.', { expose: true, code: 'said', headers: { 'X-Said': 'so' } });
    });
    const ask = async (path: string): Promise<Record<string, unknown>> => {
      const { status, json } = await server.request({ path });
      expect(status).toBe(one.status);
      return json();
    };
    expect(await ask('/plain')).toMatchObject({ status: one.status });
    expect(await ask('/options')).toMatchObject({ detail: 'Said so.', code: 'said' });
    expect(await ask('/both')).toMatchObject({ detail: 'Said so.', code: 'said' });
    expect(server.reports.map(({ error }) => (error as Error).name)).toEqual([
      one.name,
      one.name,
      one.name,
    ]);
  });
});
