import { createRequire } from 'node:module';
import * as v from '@badrap/valita';
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import { ValidateError } from '@tsoa/runtime';
import vine from '@vinejs/vine';
import Ajv6 from 'ajv6';
import { celebrate, Joi, Segments } from 'celebrate';
import { IsEmail, validate as validateClass } from 'class-validator';
import { Schema } from 'effect';
import { Schema as Schema3 } from 'effect3';
import { Elysia, t } from 'elysia';
import { Validator as MiddlewareValidator } from 'express-json-validator-middleware';
import { Joi as ExpressJoi, validate as validateExpress } from 'express-validation';
import createError from 'http-errors';
import * as io from 'io-ts';
import { validate as validateJsonSchema } from 'jsonschema';
import moleculer from 'moleculer';
import { Model } from 'objection';
import { BadRequestError } from 'routing-controllers';
import * as rt from 'runtypes';
import { array, assert as assertStruct, enums, number, object } from 'superstruct';
import { Type as Type1 } from 'typebox';
import { Value as Value1 } from 'typebox/value';
import { TypeGuardError } from 'typia';
import type * as yup from 'yup';
import { CANARY, type FamilyCase } from './family-case.js';

/** These have no types, or none that fit their modules. */
const require = createRequire(import.meta.url);
const Parameter = require('parameter') as new () => {
  validate(rules: object, values: object): unknown;
};
const FastestValidator = require('fastest-validator') as new () => {
  compile(schema: object): (values: object) => unknown;
};
const tv4 = require('tv4') as {
  validateResult(value: object, schema: object): { readonly error: unknown };
  validateMultiple(value: object, schema: object): { readonly errors: unknown };
};
const yup026 = require('yup026') as typeof yup;

/** Wrong in each of its fields, and new each time. */
const content = (): Record<string, unknown> => ({
  mail: CANARY,
  count: CANARY,
  items: [{ size: 1 }, { size: CANARY }],
});

const thrower =
  (make: () => unknown): (() => Promise<never>) =>
  async () => {
    throw await make();
  };

/** Runs a middleware of Express by hand. */
const pass = (middleware: unknown, request: object): Promise<void> =>
  new Promise((resolve, reject) => {
    (middleware as (...args: unknown[]) => void)(request, {}, (error?: Error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });

const Order = Type.Object(
  {
    mail: Type.String({ minLength: 40 }),
    count: Type.Number(),
    items: Type.Array(Type.Object({ size: Type.Number() })),
  },
  { additionalProperties: false },
);
const CompiledOrder = TypeCompiler.Compile(Order);
const Decoded = Type.Object({
  mail: Type.Transform(Type.String())
    .Decode((value) => {
      throw new Error(`${value} is no mail address`);
    })
    .Encode((value) => String(value)),
});

const JSON_SCHEMA = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    mail: { type: 'string', maxLength: 3 },
    count: { type: 'number' },
    items: { type: 'array', items: { type: 'object', properties: { size: { type: 'number' } } } },
  },
} as const;

class StoredOrder extends Model {
  static override tableName = 'orders';
  static override jsonSchema = JSON_SCHEMA as never;
}

const vineOrder = vine.create(
  vine.object({
    mail: vine.string().email(),
    count: vine.number(),
    items: vine.array(vine.object({ size: vine.number() })),
  }),
);

const middleware = new MiddlewareValidator({ allErrors: true });

class Mail {
  mail = CANARY;
}
IsEmail()(Mail.prototype, 'mail');

/** What Elysia refuses, as its error handler is given it. */
async function refusedByElysia(schema: object, query = ''): Promise<unknown> {
  let refused: unknown;
  const app = new Elysia()
    .onError(({ error }) => {
      refused = error;
    })
    .post('/', () => 'valid', schema);
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ count: CANARY });
  await app.handle(new Request(`http://localhost/${query}`, { method: 'POST', headers, body }));
  return refused;
}

const ajv6 = new Ajv6({ allErrors: true, verbose: true }).compile(JSON_SCHEMA);

const EffectOrder = Schema.Struct({
  count: Schema.Number,
  mail: Schema.String,
  items: Schema.Array(Schema.Struct({ size: Schema.Number })),
  kind: Schema.Union([Schema.Literal('a'), Schema.Literal('b')]),
  name: Schema.String,
});
const Effect3Order = Schema3.Struct({
  count: Schema3.Number,
  mail: Schema3.String.pipe(Schema3.maxLength(3)),
  items: Schema3.Array(Schema3.Struct({ size: Schema3.Number })),
  kind: Schema3.Literal('a', 'b'),
  name: Schema3.String,
});

const listed = (
  library: string,
  what: string,
  { raise, errors, told }: Pick<FamilyCase, 'raise' | 'errors' | 'told'>,
): FamilyCase => ({
  library,
  what,
  mapper: 'validation-lists',
  raise,
  answer: '422 validation_failed',
  ...(errors && { errors }),
  ...(told && { told }),
});

/** What is told of joi's, and of ajv's, in whatever holds them. */
const DETAILS = /(?:message|type|path.*|keyword|instancePath|params\..*|label|key)$/;

/** A schema of tv4, whose words may hold what was refused. */
const TV4_ORDER = { properties: { kind: { enum: ['a'] }, count: { type: 'number' } } };

export const LISTED_CASES: readonly FamilyCase[] = [
  listed('tv4', 'the first', {
    raise: thrower(() => tv4.validateResult({ kind: CANARY }, TV4_ORDER).error),
    errors: ['- #/kind invalid: This value is not valid.'],
    told: /dataPath$/,
  }),
  listed('tv4', 'all of them', {
    raise: thrower(() => tv4.validateMultiple({ kind: CANARY, count: CANARY }, TV4_ORDER).errors),
    errors: [
      '- #/kind invalid: This value is not valid.',
      '- #/count invalid: This value is not valid.',
    ],
    told: /dataPath$/,
  }),
  listed('@badrap/valita', 'a parser', {
    raise: () => v.object({ count: v.number() }).parse({ count: CANARY }),
    errors: ['- #/count invalid_type: This value is not valid.'],
    told: /code$/,
  }),
  // As openapi-request-validator 12 returns it.
  listed('openapi-request-validator', 'what it found', {
    raise: thrower(() => ({
      status: 400,
      errors: [
        {
          path: 'page',
          errorCode: 'type.openapi.requestValidation',
          message: 'must be integer',
          location: 'query',
        },
      ],
    })),
    errors: ['query #/page invalid: must be integer'],
    told: /(?:message|location|path)$/,
  }),
  {
    // As ArgumentValidationError of type-graphql has it.
    ...listed('type-graphql', 'class-validator’s list', {
      raise: thrower(() =>
        Object.assign(new Error('Argument Validation Error'), {
          validationErrors: [
            {
              property: 'count',
              constraints: { isInt: 'count must be an integer' },
              value: CANARY,
            },
          ],
        }),
      ),
      errors: ['- #/count isInt: count must be an integer'],
      told: /(?:isInt|property)$/,
    }),
    mapper: 'class-validator',
  },
  listed('celebrate', 'full mode', {
    raise: () =>
      pass(
        celebrate(
          {
            [Segments.QUERY]: Joi.object({ page: Joi.number() }),
            [Segments.PARAMS]: Joi.object({ id: Joi.number() }),
            [Segments.HEADERS]: Joi.object({ 'x-count': Joi.number() }),
            [Segments.COOKIES]: Joi.object({ sid: Joi.number() }),
            [Segments.BODY]: Joi.object({ mail: Joi.string().pattern(/^a$/), count: Joi.number() }),
          },
          { abortEarly: false },
          { mode: 'full' as never },
        ),
        {
          method: 'POST',
          query: { page: CANARY },
          params: { id: CANARY },
          headers: { 'x-count': CANARY },
          cookies: { sid: CANARY },
          body: { mail: CANARY, count: CANARY },
        },
      ),
    errors: [
      'header #/x-count number.base: "x-count" must be a number',
      'path #/id number.base: "id" must be a number',
      'query #/page number.base: "page" must be a number',
      'cookie #/sid number.base: "sid" must be a number',
      'body #/mail string.pattern.base: This value is not valid.',
      'body #/count number.base: "count" must be a number',
    ],
  }),
  listed('express-validation', 'query and body', {
    raise: () =>
      pass(
        validateExpress(
          {
            query: ExpressJoi.object({ page: ExpressJoi.number() }),
            body: ExpressJoi.object({ mail: ExpressJoi.string().pattern(/^a$/) }),
          },
          { context: true },
          { abortEarly: false },
        ),
        { query: { page: CANARY }, body: { mail: CANARY } },
      ),
    errors: [
      'query #/page number.base: "page" must be a number',
      'body #/mail string.pattern.base: This value is not valid.',
    ],
    told: DETAILS,
  }),
  listed('express-json-validator-middleware', 'query and body', {
    raise: () =>
      pass(
        middleware.validate({
          query: { type: 'object', properties: { page: { type: 'number' } } },
          body: JSON_SCHEMA as never,
        }),
        { query: { page: CANARY }, body: content() },
      ),
    errors: [
      'query #/page type: must be number',
      'body #/id required: This member is required.',
      'body #/mail maxLength: must NOT have more than 3 characters',
      'body #/count type: must be number',
      'body #/items/1/size type: must be number',
    ],
    told: DETAILS,
  }),
  listed('superstruct', 'each of its failures', {
    raise: () =>
      assertStruct(
        { ...content(), odd: CANARY },
        object({
          mail: enums(['a', 'b']),
          count: number(),
          items: array(object({ size: number() })),
        }),
      ),
    errors: [
      '- #/mail enums: Expected one of `"a","b"`',
      '- #/count number: Expected a number',
      '- #/items/1/size number: Expected a number',
      '- #/odd never: Expected a value of type `never`',
    ],
    told: /\.(?:path.*|key|type|refinement)$/,
  }),
  listed('@sinclair/typebox', 'Assert', {
    raise: () => Value.Assert(Order, content()),
    errors: [
      '- #/mail invalid: Expected string length greater or equal to 40',
      '- #/count invalid: Expected number',
      '- #/items/1/size invalid: Expected number',
    ],
    told: /\.error\.(?:message|path)$/,
  }),
  listed('@sinclair/typebox', 'Parse', {
    raise: () => Value.Parse(Order, content()),
    errors: [
      '- #/mail invalid: Expected string length greater or equal to 40',
      '- #/count invalid: Expected number',
      '- #/items/1/size invalid: Expected number',
    ],
    told: /\.error\.(?:message|path)$/,
  }),
  listed('@sinclair/typebox', 'Decode, which finds one', {
    raise: () => Value.Decode(Order, content()),
    errors: ['- #/mail invalid: Expected string length greater or equal to 40'],
    told: /\.error\.(?:message|path)$/,
  }),
  listed('@sinclair/typebox', 'Decode, compiled', {
    raise: () => CompiledOrder.Decode(content()),
    errors: ['- #/mail invalid: Expected string length greater or equal to 40'],
    told: /\.error\.(?:message|path)$/,
  }),
  listed('@sinclair/typebox', 'a decoder that throws', {
    raise: () => Value.Decode(Decoded, { mail: CANARY }),
    errors: ['- #/mail invalid: This value is not valid.'],
    told: /\.path$/,
  }),
  listed('@sinclair/typebox', 'its list', {
    raise: thrower(() => [...Value.Errors(Order, { ...content(), mail: 'x'.repeat(40) })]),
    errors: ['- #/count invalid: Expected number', '- #/items/1/size invalid: Expected number'],
    told: /\[\d+\]\.(?:message|path)$/,
  }),
  {
    ...listed('typebox', 'Parse', {
      raise: () => Value1.Parse(Type1.Object({ count: Type1.Number() }), content()),
      errors: ['- #/count type: must be number'],
    }),
    mapper: 'ajv',
    bare: true,
  },
  listed('Elysia', 'the body', {
    raise: thrower(() => refusedByElysia({ body: t.Object({ count: t.Number() }) })),
    errors: ['body #/count invalid: Expected number'],
    told: /message|path|summary|schema|errors|Check|expected|validator|value/,
  }),
  listed('Elysia', 'the query', {
    raise: thrower(() =>
      refusedByElysia({ query: t.Object({ page: t.Literal('1') }) }, `?page=${CANARY}`),
    ),
    told: /message|path|summary|schema|errors|Check|expected|validator|value/,
    errors: ["query #/page invalid: Expected '1'"],
  }),
  listed('objection', 'a model', {
    raise: () => StoredOrder.fromJson({ ...content(), odd: CANARY }),
    errors: [
      '- #/id required: This member is required.',
      '- #/odd additionalProperties: This member is not known here.',
      '- #/mail maxLength: must NOT have more than 3 characters',
      '- #/count type: must be number',
      '- #/items/1/size type: must be number',
    ],
    told: /\.data\..*(?:message|keyword)$/,
  }),
  listed('@vinejs/vine', 'a schema', {
    raise: () => vineOrder.validate(content()),
    errors: [
      '- #/mail email: The mail field must be a valid email address',
      '- #/count number: The count field must be a number',
      '- #/items/1/size number: The size field must be a number',
    ],
    told: /\.messages\[\d+\]\.(?:message|rule|field)$/,
  }),
  listed('tsoa', 'parameters', {
    raise: thrower(
      () =>
        new ValidateError(
          {
            'requestBody.mail': { message: 'invalid string value', value: CANARY },
            count: { message: `${CANARY} is no number`, value: CANARY },
          },
          '',
        ),
    ),
    errors: [
      'body #/mail invalid: invalid string value',
      '- #/count invalid: This value is not valid.',
    ],
    told: /\.fields\..*message$/,
  }),
  listed('moleculer', 'parameters of an action', {
    raise: thrower(
      () =>
        new moleculer.Errors.ValidationError('Parameters validation error!', 'VALIDATION_ERROR', [
          { type: 'number', field: 'count', message: 'must be a number', actual: CANARY },
        ]),
    ),
    errors: ['- #/count number: must be a number'],
    told: /\.data\[\d+\]\.(?:message|type|field)$/,
  }),
  listed('LoopBack', 'a body', {
    raise: thrower(() =>
      createError(422, 'The request body is invalid.', {
        code: 'VALIDATION_FAILED',
        details: [
          { path: '/count', code: 'type', message: 'must be number', info: { type: CANARY } },
        ],
      }),
    ),
    errors: ['- #/count type: must be number'],
    told: /\.details\[\d+\]\.(?:message|code|path)$/,
  }),
  listed('Fastify', 'the query, as it documents it', {
    raise: thrower(() =>
      Object.assign(new Error('querystring/page must be number'), {
        statusCode: 400,
        code: 'FST_ERR_VALIDATION',
        validation: [
          {
            instancePath: '/page',
            schemaPath: '#/properties/page/type',
            keyword: 'type',
            params: { type: 'number' },
            message: 'must be number',
          },
        ],
        validationContext: 'querystring',
      }),
    ),
    errors: ['query #/page type: must be number'],
    told: DETAILS,
  }),
  listed('jsonschema', 'throwAll', {
    raise: () => validateJsonSchema({ ...content(), odd: 1 }, JSON_SCHEMA, { throwAll: true }),
    errors: [
      '- #/id required: This member is required.',
      '- #/odd additionalProperties: This member is not known here.',
      '- #/mail maxLength: does not meet maximum length of 3',
      '- #/count type: is not of a type(s) number',
      '- #/items/1/size type: is not of a type(s) number',
    ],
    told: /\.errors\[\d+\]\.(?:message|name|path.*|argument)$/,
  }),
  listed('jsonschema', 'throwError', {
    raise: () => validateJsonSchema(content(), JSON_SCHEMA, { throwError: true }),
    errors: ['- #/id required: This member is required.'],
    told: /^\.(?:message|name|path.*|argument)$/,
  }),
  ...[() => ajv6.errors, () => Object.assign(new Error(CANARY), { errors: ajv6.errors })].map(
    (make, at): FamilyCase => ({
      ...listed('ajv 6', at === 0 ? 'its list' : 'its list on an error', {
        raise: thrower(() => {
          ajv6(content());
          return make();
        }),
        errors: [
          '- #/id required: This member is required.',
          '- #/mail maxLength: should NOT be longer than 3 characters',
          '- #/count type: should be number',
          '- #/items/1/size type: should be number',
        ],
        told: /\.(?:message|keyword|dataPath|params\..*|schema|parentSchema.*)$/,
      }),
      mapper: 'ajv',
    }),
  ),
  listed('fastest-validator', 'its list', {
    raise: thrower(() =>
      new FastestValidator().compile({
        mail: 'email',
        count: { type: 'number' },
        items: { type: 'array', items: { type: 'object', props: { size: 'number' } } },
        $$strict: true,
      })({ ...content(), odd: CANARY }),
    ),
    errors: [
      "- #/mail email: The 'mail' field must be a valid e-mail.",
      "- #/count number: The 'count' field must be a number.",
      "- #/items/1/size number: The 'items[1].size' field must be a number.",
      '- #/odd objectStrict: This member is not known here.',
    ],
    told: /\[\d+\]\.(?:message|type|field|actual)$/,
  }),
  {
    ...listed('parameter', 'its list', {
      raise: thrower(() => new Parameter().validate({ name: 'string', count: 'int' }, content())),
      errors: [
        '- #/name missing_field: This member is required.',
        '- #/count invalid: should be an integer',
      ],
    }),
    bare: true,
  },
  listed('typia', 'assert', {
    raise: thrower(
      () =>
        new TypeGuardError({
          method: 'typia.assert',
          path: '$input.items[1].size',
          expected: 'number',
          value: CANARY,
        }),
    ),
    errors: ['- #/items/1/size invalid: This value is not valid.'],
    told: /\.path$/,
  }),
  listed('io-ts', 'its errors', {
    raise: thrower(() => {
      const result = io
        .type({ count: io.number, items: io.array(io.type({ size: io.number })) })
        .decode(content());
      return result._tag === 'Left' ? result.left : undefined;
    }),
    errors: [
      '- #/count invalid: This value is not valid.',
      '- #/items/1/size invalid: This value is not valid.',
    ],
    told: /\.key$/,
  }),
  listed('io-ts', 'what decode gives', {
    raise: thrower(() => io.type({ count: io.number }).decode(content())),
    errors: ['- #/count invalid: This value is not valid.'],
    told: /\.key$/,
  }),
  listed('an app', 'its own ValidationError', {
    raise: thrower(() =>
      Object.assign(new Error(CANARY), {
        name: 'ValidationError',
        errors: [{ field: 'mail', message: `${CANARY} is taken` }],
      }),
    ),
    errors: ['- #/mail invalid: This value is not valid.'],
    told: /\.field$/,
  }),
  listed('an app', 'messages by field, as Laravel and ASP.NET list them', {
    raise: thrower(() =>
      Object.assign(new Error(CANARY), {
        name: 'InvalidInput',
        errors: { mail: [`${CANARY} is taken`, CANARY], 'items[1].size': CANARY },
      }),
    ),
    errors: [
      '- #/mail invalid: This value is not valid.',
      '- #/mail invalid: This value is not valid.',
      '- #/items/1/size invalid: This value is not valid.',
    ],
  }),
  {
    ...listed('an app', 'its own ValidationError with a status', {
      raise: thrower(() =>
        Object.assign(new Error(CANARY), {
          name: 'ValidationError',
          status: 409,
          details: [{ path: ['mail'], message: CANARY }],
        }),
      ),
      errors: ['- #/mail invalid: This value is not valid.'],
      told: /\.path.*$/,
    }),
    answer: '409 validation_failed',
  },
  {
    ...listed('routing-controllers', 'what class-validator found', {
      raise: thrower(async () =>
        Object.assign(new BadRequestError('Invalid body.'), {
          errors: await validateClass(new Mail()),
        }),
      ),
      errors: ['- #/mail isEmail: mail must be an email'],
      told: /\.(?:property|constraints\..*)$/,
    }),
    mapper: 'class-validator',
  },
  {
    ...listed('yup 0.26', 'all', {
      raise: () =>
        yup026
          .object({ mail: yup026.string().max(3), count: yup026.number() })
          .validate(content(), { abortEarly: false }),
      errors: [
        '- #/mail max: mail must be at most 3 characters',
        '- #/count typeError: count must be a `number` type',
      ],
      told: /\.(?:message|type|path)$/,
    }),
    mapper: 'yup',
  },
  {
    ...listed('runtypes', 'check', {
      raise: () =>
        rt
          .Object({
            count: rt.Number,
            items: rt.Array(rt.Object({ size: rt.Number })),
            name: rt.String,
          })
          .check(content()),
      errors: [
        '- #/count TYPE_INCORRECT: This value is not of the right kind.',
        '- #/items/1/size TYPE_INCORRECT: This value is not of the right kind.',
        '- #/name PROPERTY_MISSING: This member is required.',
      ],
      told: /\.code$/,
    }),
    mapper: 'validation-trees',
  },
  {
    ...listed('effect 4', 'decodeUnknownSync', {
      raise: () =>
        Schema.decodeUnknownSync(EffectOrder)({ ...content(), kind: CANARY }, { errors: 'all' }),
      errors: [
        '- #/count InvalidType: This value is not of the right kind.',
        '- #/items/1/size InvalidType: This value is not of the right kind.',
        '- #/kind AnyOf: This value is not valid.',
        '- #/name MissingKey: This member is required.',
      ],
      told: /\.(?:_tag|path.*)$/,
    }),
    mapper: 'validation-trees',
  },
  {
    ...listed('effect 3', 'decodeUnknownSync', {
      raise: () =>
        Schema3.decodeUnknownSync(Effect3Order)({ ...content(), kind: CANARY }, { errors: 'all' }),
      errors: [
        '- #/count Type: This value is not of the right kind.',
        '- #/mail Refinement: This value is not valid.',
        '- #/items/1/size Type: This value is not of the right kind.',
        '- #/kind Composite: This value is not valid.',
        '- #/name Missing: This member is required.',
      ],
      told: /\.(?:_tag|kind|path.*)$/,
    }),
    mapper: 'validation-trees',
  },
];
