import { explainMapping } from '@faultless/core';
import { HttpException } from '@nestjs/common';
import Ajv from 'ajv';
import { type } from 'arktype';
import { MaxLength, ValidateNested, validateOrReject } from 'class-validator';
import { checkExact, validationResult } from 'express-validator';
import mongoose from 'mongoose';
import * as runtypes from 'runtypes';
import * as v from 'valibot';
import { z } from 'zod';
import { thrownBy } from './raise.js';
import { type Answered, ask, FRAMEWORKS } from './servers.js';

const LISTED = 100;
const KEYS = 130_000;

const record = (count: number, value: unknown = 1): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]));

interface Told {
  readonly pointer: string;
}

async function refuse(raise: () => unknown) {
  const thrown = await thrownBy(raise);
  const { mapper, error } = explainMapping(thrown);
  const errors = error.extensions?.errors as readonly Told[];
  return { mapper, errors, omitted: error.extensions?.errors_omitted };
}

/** Wrong at every level, each inside the one before. */
function nested(depth: number): unknown {
  let value: unknown = { bad: 1 };
  for (let level = 1; level < depth; level += 1) value = { bad: 1, next: value };
  return value;
}

const NODE = {
  $id: 'node',
  type: 'object',
  properties: { next: { $ref: 'node' }, bad: { type: 'string' } },
};
const validateNode = new Ajv.default({ allErrors: true }).compile(NODE);
const zodNode: z.ZodType = z.object({
  bad: z.string(),
  get next() {
    return zodNode.optional();
  },
});
const valibotNode: v.GenericSchema = v.object({
  bad: v.string(),
  next: v.optional(v.lazy(() => valibotNode)),
});
const arktypeNode = type.module({ node: { bad: 'string', 'next?': 'node' } }).node;

interface Refused {
  readonly errors: readonly { readonly pointer: string }[];
  readonly errors_omitted: number;
}

const DEEP: Readonly<Record<string, (content: unknown) => unknown>> = {
  ajv: (content) => {
    if (!validateNode(content)) throw validateNode.errors;
  },
  zod: (content) => zodNode.parse(content),
  valibot: (content) => v.parse(valibotNode, content),
  arktype: (content) => arktypeNode.assert(content),
};

describe.each(Object.entries(DEEP))('what %s finds at any depth', (mapper, check) => {
  it('is read no further than a pointer goes', async () => {
    const deep = await thrownBy(() => check(nested(400)));
    const { mapper: name, error } = explainMapping(deep);
    const { errors, errors_omitted: omitted } = error.extensions as unknown as Refused;
    expect([name, omitted]).toEqual([mapper, 400 - LISTED]);
    for (const { pointer } of errors) expect(pointer.split('/').length - 1).toBeLessThanOrEqual(64);
  });
});

describe('a value of any size', () => {
  it('is not written out for arktype’s message', async () => {
    let value: unknown = 'leaf';
    for (let level = 0; level < 1000; level += 1) value = { inner: value };
    const literal = type({ a: "'x'", b: "'y'" });
    const { errors } = await refuse(() => literal.assert({ a: value, b: value }));
    expect(errors).toEqual([
      { pointer: '#/a', code: 'unit', detail: 'must be "x"' },
      { pointer: '#/b', code: 'unit', detail: 'must be "y"' },
    ]);
  });

  it('is not taken from arktype’s union, which tells of it', async () => {
    const union = type({ a: "'x' | string[]" });
    const { errors } = await refuse(() => union.assert({ a: { secret: 'kanari' } }));
    expect(JSON.stringify(errors)).not.toContain('kanari');
    expect(errors).toHaveLength(1);
  });
});

describe('names that a client chose', () => {
  it('are written once for each error, but at no greater length than a pointer has', async () => {
    const name = 'é'.repeat(250);
    let content: unknown = record(1000, 1);
    let schema: z.ZodType = z.strictObject({});
    for (let level = 0; level < 60; level += 1) {
      content = { [name]: content };
      schema = z.record(z.string(), schema);
    }
    const { errors, omitted } = await refuse(() => schema.parse(content));
    expect(errors).toHaveLength(LISTED);
    expect(omitted).toBe(900);
    for (const { pointer } of errors) expect(pointer.length).toBeLessThanOrEqual(2048);
  });
});

class Nested {
  name = 'long';
  inside: unknown;
}
MaxLength(3)(Nested.prototype, 'name');
ValidateNested({ each: true })(Nested.prototype, 'inside');

const nestedList = (length: number) => Array.from({ length }, () => new Nested());

const Stored = new mongoose.Mongoose().model(
  'StoredInMaps',
  new mongoose.Schema({ counts: { type: Map, of: Number } }),
);

describe('how many there were', () => {
  it.each<[string, number, () => unknown]>([
    ['zod', KEYS, () => z.strictObject({}).parse(record(KEYS))],
    [
      'zod',
      3000,
      () => z.array(z.strictObject({})).parse([record(1000), record(1000), record(1000)]),
    ],
    [
      'express-validator',
      5000,
      async () => {
        const request = { body: record(5000), query: {}, params: {}, headers: {}, cookies: {} };
        await checkExact([]).run(request);
        validationResult(request).throw();
      },
    ],
    [
      'class-validator',
      301,
      () => validateOrReject(Object.assign(new Nested(), { inside: nestedList(300) })),
    ],
    [
      'validation-trees',
      5000,
      () => runtypes.Record(runtypes.String, runtypes.Number).check(record(5000, 'x')),
    ],
    [
      'validation-lists',
      KEYS,
      () => {
        throw Object.assign(new Error('kanari'), {
          name: 'ValidationError',
          errors: record(KEYS, 'is wrong'),
        });
      },
    ],
    ['mongoose', 300, () => new Stored({ counts: record(300, 'x') }).validate()],
  ])('is right for %s: %i', async (library, count, raise) => {
    const { mapper, errors, omitted } = await refuse(raise);
    expect(mapper).toBe(library);
    expect(errors).toHaveLength(LISTED);
    expect(omitted).toBe(count - LISTED);
  });

  it('is told of Nest’s list too', () => {
    const message = Array.from({ length: 250 }, (_, at) => `member ${at} is wrong`);
    const { extensions } = explainMapping(new HttpException({ message }, 400)).error;
    expect(extensions?.errors).toHaveLength(LISTED);
    expect(extensions?.errors_omitted).toBe(150);
  });

  it('is the least there can be for what holds itself', () => {
    const error = { property: 'a', constraints: { isInt: 'a must be whole' }, children: [{}, {}] };
    error.children = [error, error];
    const { mapper, error: answer } = explainMapping([error]);
    expect(mapper).toBe('class-validator');
    expect(answer.extensions?.errors_omitted).toBeGreaterThan(1000);
  });
});

describe.each(FRAMEWORKS)('on $framework', ({ throwing }) => {
  it('130,000 unknown members are a 422', async () => {
    const served = await throwing(() => z.strictObject({}).parse(record(KEYS)));
    const { status, problem }: Answered = await ask(served.url);
    await served.close();
    expect([status, problem.errors_omitted]).toEqual([422, KEYS - LISTED]);
  });
});
