import { createServer } from 'node:http';
import { handle } from '@faultless/node';
import { Min, validateOrReject } from 'class-validator';
import mongoose from 'mongoose';
import { DataTypes, Sequelize } from 'sequelize';
import { type Listening, listen } from '../harness/listen.js';
import { thrownBy } from '../mappers/raise.js';

let server: Listening;
let thrown: unknown;

beforeAll(async () => {
  const fail = (): never => {
    throw thrown;
  };
  server = await listen(createServer(handle(fail, { report: () => undefined })));
});

afterAll(() => server.close());

/** What a client reads of each refused value, in lines. */
async function readErrors(refuse: () => unknown): Promise<readonly string[]> {
  thrown = await thrownBy(refuse);
  const response = await server.request();
  expect([response.status, response.json().code]).toEqual([422, 'validation_failed']);
  const errors = response.json().errors as readonly Record<string, string>[];
  return errors.map(({ pointer, code, detail }) => `${pointer} ${code}: ${detail}`);
}

/** Every validator of a schema type that mongoose 9 documents, and a value that it refuses. */
const MONGOOSE: readonly (readonly [rule: string, type: object, value: unknown, line: string])[] = [
  ['required', { type: String, required: true }, undefined, 'required: This member is required.'],
  ['min', { type: Number, min: 5 }, 4, 'min: This value is too small.'],
  [
    'min, of a date',
    { type: Date, min: new Date(5) },
    new Date(4),
    'min: This value is too small.',
  ],
  ['max', { type: Number, max: 5 }, 6, 'max: This value is too large.'],
  [
    'max, of a date',
    { type: Date, max: new Date(5) },
    new Date(6),
    'max: This value is too large.',
  ],
  ['minLength', { type: String, minLength: 3 }, 'ab', 'minlength: This text is too short.'],
  ['maxLength', { type: String, maxLength: 3 }, 'abcd', 'maxlength: This text is too long.'],
  [
    'enum',
    { type: String, enum: ['a', 'b'] },
    'c',
    'enum: This value is not one of those that are possible.',
  ],
  ['match', { type: String, match: /^x$/ }, 'y', 'regexp: This value is not valid.'],
  ['validate', { type: Number, validate: () => false }, 1, 'invalid: This value is not valid.'],
  ['the type', { type: Number }, 'many', 'cast: This value is not of the right kind.'],
];

it.each(MONGOOSE)('mongoose: %s', async (_rule, type, value, line) => {
  const Model = mongoose.model('Row', new mongoose.Schema({ field: type }), undefined, {
    overwriteModels: true,
  });
  expect(await readErrors(() => new Model({ field: value }).validate())).toEqual([
    `#/field ${line}`,
  ]);
});

it('mongoose: a member that the schema has not', async () => {
  const schema = new mongoose.Schema({}, { strict: 'throw' });
  const Model = mongoose.model('Row', schema, undefined, { overwriteModels: true });
  expect(await readErrors(() => new Model({ field: 1 }))).toEqual([
    '#/field strict: This member is not known here.',
  ]);
});

it('mongoose: a subdocument, which it tells of as a whole besides', async () => {
  const inner = new mongoose.Schema({ field: { type: Number, min: 2 } });
  const schema = new mongoose.Schema({ inner });
  const Model = mongoose.model('Row', schema, undefined, { overwriteModels: true });
  expect(await readErrors(() => new Model({ inner: { field: 1 } }).validate())).toEqual([
    '#/inner/field min: This value is too small.',
  ]);
});

it('class-validator: a member that the class has not', async () => {
  class Row {
    known = 1;
    unknown = 2;
  }
  Min(1)(Row.prototype, 'known');
  const options = { whitelist: true, forbidNonWhitelisted: true };
  expect(await readErrors(() => validateOrReject(new Row(), options))).toEqual([
    '#/unknown whitelistValidation: This member is not known here.',
  ]);
});

/** What Sequelize 6 checks by itself, and one of the validators of validator.js. */
const SEQUELIZE: readonly (readonly [
  rule: string,
  attribute: object,
  value: unknown,
  line: string,
])[] = [
  ['allowNull', { allowNull: false }, null, 'is_null: This member is required.'],
  ['the type', {}, { not: 'a text' }, 'not_a_string: This value is not of the right kind.'],
  ['isEmail', { validate: { isEmail: true } }, 'x', 'isEmail: This value is not valid.'],
];

it.each(SEQUELIZE)('Sequelize: %s', async (_rule, attribute, value, line) => {
  const Model = new Sequelize({ dialect: 'postgres', logging: false }).define('Row', {
    field: { type: DataTypes.STRING, ...attribute },
  });
  expect(await readErrors(() => Model.build({ field: value }).validate())).toEqual([
    `#/field ${line}`,
  ]);
});
