import { inspect } from 'node:util';
import { consoleReporter } from '@faultless/core';
import { jest } from '@jest/globals';
import { createRedactor } from '../../packages/report/src/redactor.js';
import { recordOf } from './record-of.js';
import { CONTENT, PLANTED, SECRETS, type SecretKind } from './secret-kinds.js';

/** A class, which may print anything of itself. */
class Holder {
  constructor(name: string, value: string) {
    Object.assign(this, { [name]: value });
  }
}

const withFields = (fields: object): Error => Object.assign(new Error('failed'), fields);

const headersOf = (name: string, value: string): Headers | undefined => {
  try {
    return new Headers([[name, value]]);
  } catch {
    return undefined;
  }
};

/** Where an error can have a secret. */
const CONTAINERS: Readonly<Record<string, (kind: SecretKind) => unknown>> = {
  'an own field': ({ name, value }) => withFields({ [name]: value }),
  'a nested field': ({ name, value }) => withFields({ a: { b: [{ [name]: value }] } }),
  'a pair': ({ name, value }) =>
    withFields({ list: ['a', 'b', name, value], pairs: [[name, value]] }),
  'a message': ({ text }) => new Error(`failed with ${text}`),
  'a message of two lines': ({ text }) => new Error(`failed\n${text}\nfor good`),
  'the message of a cause': ({ text }) => new Error('failed', { cause: new Error(text) }),
  'a cause that is a text': ({ text }) => new Error('failed', { cause: text }),
  'the first lines of a stack': ({ text }) =>
    withFields({ stack: `Error: first\n${text}\n    at f (/app/a.js:1:2)` }),
  'JSON in a message': ({ name, value }) =>
    new Error(`failed: ${JSON.stringify({ [name]: value })}`),
  'JSON in JSON': ({ name, value }) =>
    new Error(JSON.stringify({ error: JSON.stringify({ a: 1, [name]: value, b: 2 }) })),
  'what inspect prints': ({ name, value }) =>
    new Error(`failed: ${inspect({ a: 1, [name]: value })}`),
  'what inspect prints of a Map': ({ name, value }) =>
    new Error(`failed: ${inspect(new Map([[name, value]]))}`),
  'a Map': ({ name, value }) =>
    withFields({ map: new Map([[name, value]]), set: new Set([value]) }),
  Headers: ({ name, value }) => {
    const headers = headersOf(name, value);
    return Object.assign(new Error(`failed: ${inspect(headers)}`), { headers });
  },
  'an AggregateError': ({ name, value, text }) =>
    new AggregateError([withFields({ [name]: value }), new Error(text), text], text),
  'a symbol': ({ name, value }) => withFields({ [Symbol(name)]: value }),
  'a getter': ({ name, value }) =>
    Object.defineProperty(new Error('failed'), name, { enumerable: true, get: () => value }),
  'an instance of a class': ({ name, value }) => withFields({ holder: new Holder(name, value) }),
  'an instance that is thrown': ({ name, value }) => new Holder(name, value),
  'a text that is thrown': ({ text }) => text,
  'a name': ({ text }) => withFields({ [text]: 1, name: text }),
};

const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  print.mockRestore();
});

/** What the console and a record have of an error. */
function tell(thrown: unknown): string {
  print.mockClear();
  consoleReporter(recordOf.report(thrown));
  return `${String(print.mock.lastCall)}\n${JSON.stringify(recordOf(thrown))}`;
}

/** A list of names, such as those of columns, may be of names of content. */
const SECRETS_ALONE = new Set(['a pair']);

describe.each(Object.entries(CONTAINERS))('no secret leaves in %s', (where, put) => {
  it('that is planted there', () => {
    const kinds = SECRETS_ALONE.has(where) ? SECRETS : [...SECRETS, ...CONTENT];
    const leaks = kinds.flatMap((kind) => {
      const told = tell(put(kind));
      const at = told.search(PLANTED);
      return at < 0 ? [] : [[kind.what, told.slice(Math.max(0, at - 120), at + 60)]];
    });
    expect(leaks).toEqual([]);
  });
});

describe('a text that is cut', () => {
  const { text } = createRedactor();

  it.each([
    ['words', 'fill '],
    ['secrets, which get shorter', 'Bearer zzzzzzzzzzzzzzzzzzzz1 '],
    ['one word', 'fill,'],
  ])('behind %s has no half of a secret', (_what, fill) => {
    const leaks = [...SECRETS, ...CONTENT].filter((kind) => {
      for (let room = 0; room <= kind.text.length; room += 2) {
        const before = fill.repeat(400).slice(0, 500 + MARGIN - room);
        if (PLANTED.test(text(`${before} ${kind.text}`, 500))) return true;
      }
      return false;
    });
    expect(leaks).toEqual([]);
  });
});

/** How much more of a text is looked at than is kept. */
const MARGIN = 1024;
