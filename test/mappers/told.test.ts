import { explainMapping } from '@faultless/core';
import { describeFamily } from './describe-family.js';
import { TOLD_CASES } from './told-cases.js';

describeFamily(TOLD_CASES);

const failing = (members: object, message = 'x'): Error =>
  Object.assign(new Error(message), members);

describe('words of a status', () => {
  it.each([
    ['a status of its own', failing({ status: 404 }, 'HTTP error! status: 500'), 404],
    ['a contract', failing({ status: 409, expose: false }, 'HTTP error! status: 500'), 409],
    ['no status of an error', new Error('HTTP error! status: 200'), 500],
    ['another number', new Error('Order code 404 is not known'), 500],
    ['the language', new TypeError('HTTP error! status: 404'), 500],
  ])('tell nothing beside %s', (_what, thrown, status) => {
    expect(explainMapping(thrown).error.status).toBe(status);
  });
});

describe('a Response', () => {
  it.each([403, 404, 503])('that an app has made and thrown says what to answer: %d', (status) => {
    const made = new Response('kanari', { status, headers: { 'x-own': 'kanari' } });
    const { error } = explainMapping(made);
    expect([error.status, error.detail]).toEqual([status, undefined]);
  });

  it('that sends elsewhere is no error', () => {
    expect(explainMapping(Response.redirect('http://a.example/', 302)).error.status).toBe(500);
  });

  it('that was received says nothing of ours', () => {
    const received = Object.defineProperty(new Response('', { status: 404 }), 'url', {
      value: 'http://a.example/',
    });
    expect(explainMapping(received).error.status).toBe(502);
  });
});

describe('what only resembles an answer', () => {
  it.each([
    ['a number that is no status', failing({ http_code: 1062 })],
    ['what an application may call its status', failing({ status_code: 404, error_code: 404 })],
    ['data that is well', failing({ data: { ok: true } })],
    ['a code of LangChain’s of our own input', failing({ lc_error_code: 'INVALID_PROMPT_INPUT' })],
    ['a DatabaseError without a body', failing({ name: 'DatabaseError' })],
  ])('stays a 500: %s', (_what, thrown) => {
    expect(explainMapping(thrown).error.status).toBe(500);
  });
});
