import Ajv from 'ajv';
import { type } from 'arktype';
import { IsEmail, Max, MaxLength, Min, ValidateNested, validateOrReject } from 'class-validator';
import Joi from 'joi';
import mongoose from 'mongoose';
import { DataTypes, Sequelize } from 'sequelize';
import * as v from 'valibot';
import * as yup from 'yup';
import { z } from 'zod';
import * as zm from 'zod/mini';
import { z as z3 } from 'zod/v3';

/** What a client sent; it must not come back. */
export const CANARY = 'kanari-97531';

/** What one library throws for content of the same kind, and what of it must be told. */
export interface ValidationCase {
  readonly library: string;
  readonly raise: () => unknown;
  /** `pointer code`, in order. */
  readonly told: readonly string[];
  /** Details that must be among those told. */
  readonly details?: readonly string[];
}

/** Wrong in every field, and new each time; one name needs escaping in a pointer. */
const content = () => ({
  name: CANARY,
  age: CANARY,
  kind: CANARY,
  mail: CANARY,
  'a/b~c d': CANARY,
  items: [{ count: 1 }, { count: CANARY }],
});

class Item {
  count: unknown;
}
Min(2)(Item.prototype, 'count');
class Order {
  name: unknown = CANARY;
  mail: unknown = CANARY;
  age: unknown = 97531;
  items: unknown = [Object.assign(new Item(), { count: 1 })];
}
MaxLength(3)(Order.prototype, 'name');
IsEmail({}, { message: '$value is no mail address' })(Order.prototype, 'mail');
Max(10, { message: 'age must be at most $constraint1, not $value' })(Order.prototype, 'age');
ValidateNested({ each: true })(Order.prototype, 'items');

const StoredOrder = new mongoose.Mongoose().model(
  'ValidatedOrder',
  new mongoose.Schema(
    {
      name: { type: String, maxlength: 3 },
      age: Number,
      size: { type: Number, min: 1, max: 9, default: 97_531 },
      kind: { type: String, enum: ['a', 'b'] },
      mail: {
        type: String,
        validate: {
          validator: () => false,
          message: ({ value }: { value: unknown }) => `${String(value)} is no mail address`,
        },
      },
      items: [{ count: Number }],
      label: { type: String, required: [true, 'a label is needed'] },
      place: new mongoose.Schema({ zip: { type: String, required: true } }),
      'a/b~c d': { type: String, match: /^x$/ },
    },
    { strict: 'throw' },
  ),
);

const SoldOrder = new Sequelize({ dialect: 'postgres', logging: false }).define('SoldOrder', {
  name: { type: DataTypes.STRING, allowNull: false },
  mail: { type: DataTypes.STRING, validate: { isEmail: true } },
  age: {
    type: DataTypes.INTEGER,
    validate: { max: { args: [10], msg: 'nobody is older than 10' } },
  },
  kind: {
    type: DataTypes.STRING,
    validate: {
      isKnown(value: unknown) {
        throw new Error(`${String(value)} is no kind`);
      },
    },
  },
});

const ajv = new Ajv.default({ allErrors: true, verbose: true });
const AJV_SCHEMA = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', maxLength: 3 },
    age: { type: 'number' },
    kind: { enum: ['a', 'b'] },
    mail: { type: 'string', pattern: '^x$' },
    items: { type: 'array', items: { type: 'object', properties: { count: { type: 'number' } } } },
  },
} as const;
const validateByAjv = ajv.compile(AJV_SCHEMA);
const validateByAjvAsync = ajv.compile({ $async: true, ...AJV_SCHEMA });
const AJV_TOLD = [
  '#/id required',
  '#/a~1b~0c%20d additionalProperties',
  '#/name maxLength',
  '#/age type',
  '#/kind enum',
  '#/mail pattern',
  '#/items/1/count type',
];

const AJV_DETAILS = [
  'This member is required.',
  'This member is not known here.',
  'must be number',
];

const ARKTYPE = type({
  name: 'string < 4',
  age: 'number',
  kind: "'a' | 'b'",
  mail: 'string.email',
  'a/b~c d': '1',
  items: type({ count: 'number' }).array(),
});
const ARKTYPE_TOLD = [
  '#/a~1b~0c%20d unit',
  '#/age domain',
  '#/items/1/count domain',
  '#/kind union',
  '#/mail pattern',
  '#/name maxLength',
];

export const VALIDATION_CASES: readonly ValidationCase[] = [
  {
    library: 'zod',
    raise: () =>
      z
        .strictObject({
          name: z.string().max(3),
          age: z.number(),
          kind: z.enum(['a', 'b']),
          mail: z.email('Give a mail address.'),
          items: z.array(z.object({ count: z.number() })),
        })
        .parse(content(), { reportInput: true }),
    told: [
      '#/name too_big',
      '#/age invalid_type',
      '#/kind invalid_value',
      '#/mail invalid_format',
      '#/items/1/count invalid_type',
      '#/a~1b~0c%20d unrecognized_keys',
    ],
    details: ['Give a mail address.', 'This member is not known here.'],
  },
  {
    library: 'zod/mini',
    raise: () => zm.parse(zm.object({ age: zm.number() }), content()),
    told: ['#/age invalid_type'],
  },
  {
    library: 'zod/v3',
    raise: () =>
      z3
        .object({ name: z3.literal('x'), age: z3.number(), kind: z3.enum(['a', 'b']) })
        .parse(content()),
    told: ['#/name invalid_literal', '#/age invalid_type', '#/kind invalid_enum_value'],
    details: ['Expected number, received string', 'This value is not valid.'],
  },
  {
    library: 'zod with a message that repeats the input',
    raise: () =>
      z
        .object({ age: z.number({ error: ({ input }) => `${String(input)} is no number` }) })
        .parse(content(), { reportInput: true }),
    told: ['#/age invalid_type'],
    details: ['This value is not valid.'],
  },
  {
    library: 'valibot',
    raise: () =>
      v.parse(
        v.strictObject({
          name: v.pipe(v.string(), v.maxLength(3)),
          age: v.number(),
          kind: v.picklist(['a', 'b']),
          mail: v.pipe(
            v.string(),
            v.email((issue) => `${issue.input} is no mail address`),
          ),
          items: v.array(v.object({ count: v.number() })),
          'a/b~c d': v.literal('x', 'Choose x.'),
        }),
        content(),
      ),
    told: [
      '#/name max_length',
      '#/age number',
      '#/kind picklist',
      '#/mail email',
      '#/items/1/count number',
      '#/a~1b~0c%20d literal',
    ],
    details: [
      'Invalid type: Expected number',
      'Invalid length: Expected <=3',
      'This value is not valid.',
      'Choose x.',
    ],
  },
  {
    library: 'arktype by assert',
    raise: () => ARKTYPE.assert(content()),
    told: ARKTYPE_TOLD,
    details: ['must be a number', 'must be an email address'],
  },
  {
    library: 'arktype by its errors',
    raise: () => {
      const out = ARKTYPE(content());
      if (out instanceof type.errors) throw out;
    },
    told: ARKTYPE_TOLD,
  },
  {
    library: 'ajv, async schema',
    raise: () => validateByAjvAsync(content()),
    told: AJV_TOLD,
    details: AJV_DETAILS,
  },
  {
    library: 'ajv, its list',
    raise: () => {
      if (!validateByAjv(content())) throw validateByAjv.errors;
    },
    told: AJV_TOLD,
  },
  {
    library: 'ajv, its list on an error',
    raise: () => {
      if (!validateByAjv(content())) {
        throw Object.assign(new Error(CANARY), { errors: validateByAjv.errors });
      }
    },
    told: AJV_TOLD,
  },
  {
    library: 'joi',
    raise: () =>
      Joi.attempt(
        content(),
        Joi.object({
          name: Joi.string().max(3),
          age: Joi.number(),
          kind: Joi.string().pattern(/^a$/),
          mail: Joi.string().email().messages({ 'string.email': '{{#value}} is no mail address' }),
          items: Joi.array().items(Joi.object({ count: Joi.number() })),
          id: Joi.required(),
        }),
        { abortEarly: false },
      ) as unknown,
    told: [
      '#/name string.max',
      '#/age number.base',
      '#/kind string.pattern.base',
      '#/mail string.email',
      '#/items/1/count number.base',
      '#/id any.required',
      '#/a~1b~0c%20d object.unknown',
    ],
    details: ['"age" must be a number', '"id" is required', 'This value is not valid.'],
  },
  {
    library: 'yup',
    raise: () =>
      yup
        .object({
          name: yup.string().max(3),
          age: yup.number(),
          kind: yup.string().oneOf(['a', 'b']),
          mail: yup.string().email(({ value }) => `${String(value)} is no mail address`),
          items: yup.array().of(yup.object({ count: yup.number() })),
          'a/b~c d': yup.string().oneOf(['x']),
        })
        .validate(content(), { abortEarly: false }),
    told: [
      '#/age typeError',
      '#/items/1/count typeError',
      '#/kind oneOf',
      '#/mail email',
      '#/name max',
      '#/a~1b~0c%20d oneOf',
    ],
    details: ['age must be a `number` type', 'name must be at most 3 characters'],
  },
  {
    library: 'yup, in words that have the value as it came',
    raise: () =>
      yup
        .object({
          age: yup
            .number()
            .typeError(({ originalValue }) => `${String(originalValue)} is no number`),
        })
        .validate(content()),
    told: ['#/age typeError'],
  },
  {
    library: 'yup, the first only',
    raise: () => yup.object({ age: yup.number() }).validate(content()),
    told: ['#/age typeError'],
  },
  {
    library: 'mongoose',
    raise: () => new StoredOrder({ ...content(), place: {} }).validate(),
    told: [
      '#/name maxlength',
      '#/age cast',
      '#/size max',
      '#/kind enum',
      '#/mail invalid',
      '#/items/1/count cast',
      '#/label required',
      '#/place/zip required',
      '#/a~1b~0c%20d regexp',
    ],
    details: [
      'This text is too long.',
      'This value is too large.',
      'This value is not of the right kind.',
      'This value is not one of those that are possible.',
      'a label is needed',
      'This member is required.',
      'This value is not valid.',
    ],
  },
  {
    library: 'mongoose, the value of a query',
    raise: () => StoredOrder.findOne().where('place.zip').equals({ not: CANARY }).exec(),
    told: ['#/zip cast'],
    details: ['This value is not of the right kind.'],
  },
  {
    library: 'mongoose, a member that its schema has not',
    raise: () => new StoredOrder({ nothing: CANARY }),
    told: ['#/nothing strict'],
    details: ['This member is not known here.'],
  },
  {
    library: 'sequelize',
    raise: () => SoldOrder.build({ mail: CANARY, age: 97_531, kind: CANARY }).validate(),
    told: ['#/name is_null', '#/mail isEmail', '#/age max', '#/kind isKnown'],
    details: ['This member is required.', 'This value is not valid.', 'nobody is older than 10'],
  },
  {
    library: 'standard-schema, a result that failed',
    raise: async () => {
      throw await z.object({ age: z.number() })['~standard'].validate(content());
    },
    told: ['#/age invalid_type'],
    details: ['This value is not valid.'],
  },
  {
    library: 'standard-schema, a list of issues',
    raise: () => {
      throw v.safeParse(v.object({ age: v.number() }), content()).issues as unknown as Error;
    },
    told: ['#/age number'],
    details: ['This value is not valid.'],
  },
  {
    library: 'class-validator',
    raise: () => validateOrReject(new Order()),
    told: ['#/name maxLength', '#/mail isEmail', '#/age max', '#/items/0/count min'],
    details: [
      'name must be shorter than or equal to 3 characters',
      'This value is not valid.',
      'count must not be less than 2',
    ],
  },
];
