import type { MapperName } from '@faultless/core';
import { SchemaError } from '@standard-schema/utils';
import OpenApi from 'express-openapi-validator';
import { body, validationResult } from 'express-validator';
import { VALIDATION_CASES } from '../validation-cases.js';
import type { Sample } from './sample.js';

/**
 * What the client is told: the messages (each mapper says why they are safe), where, and which rule.
 * Values, and everything else, are planted.
 */
const TOLD: Readonly<Record<string, RegExp>> = {
  zod: /\[\d+\]\.(?:message|code|path.*|keys.*)$/,
  valibot: /\.issues\[\d+\]\.(?:message|type|path.*\.key)$/,
  // What else an ArkError holds are parts of the schema itself.
  arktype: /\[\d+\]\.(?!data$|input$|actual$)/,
  ajv: /\[\d+\]\.(?:message|keyword|instancePath|params\..*|schema|parentSchema.*)$/,
  joi: /\.details\[\d+\]\.(?:message|type|path.*)$/,
  // Of the messages, the author's; of the names, those of the paths.
  mongoose: /\.(?:path|errors\.(?:label|mail)\.(?:message|properties\.message))$/,
  sequelize: /\.(?:message|path|validatorKey)$/,
  'standard-schema': /\.(?:path.*|type|code)$/,
  yup: /\.(?:message|type|path)$/,
  'class-validator': /\.(?:property|constraints\..*)$/,
};

export const SAMPLES: readonly Sample[] = [
  ...VALIDATION_CASES.map(({ library, raise }): Sample => {
    const mapper = library.replace(/[,/ ].*$/, '') as MapperName;
    return { mapper, what: library, raise, told: TOLD[mapper] as RegExp };
  }),
  {
    mapper: 'express-validator',
    raise: async () => {
      const request = { body: { mail: 'x' } };
      await body('mail').isEmail().run(request);
      validationResult(request).throw();
    },
    told: /\.errors\[\d+\]\.(?:msg|path|location)$/,
  },
  {
    mapper: 'express-openapi-validator',
    raise: () => {
      throw new OpenApi.error.BadRequest({
        path: '/body/a',
        message: 'x',
        errors: [
          { path: '/body/a', message: 'must be number', errorCode: 'type.openapi.validation' },
        ],
      });
    },
    told: /\.errors\[\d+\]\.(?:message|path|errorCode)$/,
  },
  {
    mapper: 'standard-schema',
    raise: () => {
      throw new SchemaError([{ message: 'x', path: ['a'] }]);
    },
    told: /\.path.*$/,
  },
];
