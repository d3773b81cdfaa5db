import type { Marks } from '../marks.js';

/** How the errors of one library tell what they found. */
export interface ListedShape {
  readonly library: string;
  readonly marks: Marks;
  /** Where what it found stands; empty for the error itself. */
  readonly at: string;
  /** What the keys are, where it is not a list. @default names of fields */
  readonly keyedBy?: 'part';
  /** Whether messages may leave: they are made of the schema, or the finding has the value too. */
  readonly told?: true;
  /** Where it says which part of the request all of it is about. */
  readonly in?: string;
  /** Names at the beginning of a path that stand for the body. */
  readonly body?: readonly string[];
}

/** Each by what only it has; of what is thrown as a list, the first item tells. */
export const LISTED_SHAPES: readonly ListedShape[] = [
  {
    library: 'celebrate',
    marks: { details: 'map', message: 'string' },
    at: 'details',
    keyedBy: 'part',
    told: true,
  },
  {
    library: 'express-validation',
    marks: { name: '=ValidationError', details: 'object', error: 'string' },
    at: 'details',
    keyedBy: 'part',
    told: true,
  },
  {
    library: 'express-json-validator-middleware',
    marks: { name: '=JsonSchemaValidationError', validationErrors: 'object' },
    at: 'validationErrors',
    keyedBy: 'part',
    told: true,
  },
  {
    library: 'Fastify',
    marks: { validation: 'list', validationContext: 'string' },
    at: 'validation',
    told: true,
    in: 'validationContext',
  },
  {
    library: 'superstruct',
    marks: { name: '=StructError', failures: 'function', branch: 'list' },
    at: 'failures',
    told: true,
  },
  {
    library: '@sinclair/typebox',
    marks: { 'error.path': 'string', 'error.schema': 'object', Errors: 'function' },
    at: 'Errors',
    told: true,
  },
  {
    library: '@sinclair/typebox',
    marks: { 'error.path': 'string', 'error.schema': 'object' },
    at: 'error',
    told: true,
  },
  {
    // A decoder of the app's that threw: its words are anybody's.
    library: '@sinclair/typebox',
    marks: { path: 'string', schema: 'object', error: 'object' },
    at: '',
  },
  {
    library: '@sinclair/typebox',
    marks: { '0.path': 'string', '0.schema': 'object', '0.message': 'string' },
    at: '',
    told: true,
  },
  {
    library: 'Elysia',
    marks: { code: '=VALIDATION', all: 'list', type: 'string' },
    at: 'all',
    told: true,
    in: 'type',
  },
  {
    library: 'objection',
    marks: { type: '=ModelValidation', data: 'object' },
    at: 'data',
    told: true,
  },
  {
    library: '@vinejs/vine',
    marks: { code: '=E_VALIDATION_ERROR', messages: 'list' },
    at: 'messages',
    told: true,
  },
  {
    library: 'tsoa',
    marks: { name: '=ValidateError', fields: 'object' },
    at: 'fields',
    told: true,
    body: ['body', 'requestBody'],
  },
  {
    library: 'moleculer',
    marks: { type: '=VALIDATION_ERROR', retryable: 'boolean', data: 'list' },
    at: 'data',
    told: true,
  },
  {
    library: 'LoopBack',
    marks: { code: '=VALIDATION_FAILED', details: 'list' },
    at: 'details',
    told: true,
  },
  {
    library: 'jsonschema',
    marks: { 'errors.0.property': 'string', 'errors.0.schema': 'object', 'errors.0.path': 'list' },
    at: 'errors',
    told: true,
  },
  {
    library: 'jsonschema',
    marks: { property: 'string', schema: 'object', path: 'list', message: 'string' },
    at: '',
    told: true,
  },
  {
    library: 'fastest-validator',
    marks: { '0.type': 'string', '0.message': 'string', '0.path': 'undefined' },
    at: '',
    told: true,
  },
  {
    library: 'parameter',
    marks: { '0.field': 'string', '0.code': 'string', '0.message': 'string' },
    at: '',
    told: true,
  },
  {
    library: 'parameter',
    marks: { code: '=invalid_param', errors: 'list' },
    at: 'errors',
    told: true,
  },
  {
    library: 'validate.js',
    marks: { '0.attribute': 'string', '0.validator': 'string' },
    at: '',
    told: true,
  },
  { library: 'tv4', marks: { dataPath: 'string', subErrors: 'null' }, at: '' },
  { library: 'tv4', marks: { '0.dataPath': 'string', '0.subErrors': 'null' }, at: '' },
  { library: '@badrap/valita', marks: { name: '=ValitaError', issues: 'list' }, at: 'issues' },
  {
    library: 'openapi-request-validator',
    marks: { 'errors.0.errorCode': 'string', 'errors.0.location': 'string' },
    at: 'errors',
    told: true,
  },
  { library: 'typia', marks: { name: '=TypeGuardError', method: 'string' }, at: '' },
  { library: 'io-ts', marks: { '0.context': 'list' }, at: '' },
  { library: 'io-ts', marks: { _tag: '=Left', 'left.0.context': 'list' }, at: 'left' },
];

/** Where an error of an unknown library, or of the app, may list what it found. */
export const USUAL_PLACES: readonly string[] = [
  'errors',
  'details',
  'issues',
  'failures',
  'fields',
  'messages',
  'validationErrors',
  'violations',
];
