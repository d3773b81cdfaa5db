import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { restate } from './restate.js';

/**
 * Nest's HttpException, by its shape (`getStatus()`, `getResponse()`). For 4xx the message of its
 * response is told; a list of messages, as ValidationPipe makes, becomes `errors`.
 *
 * @see https://docs.nestjs.com/exception-filters (12.5, packages/common/exceptions/http.exception.ts)
 */
export const nest = defineMapper({
  name: 'nest',
  libraries: "Nest's HttpException and its subclasses",
  note: 'Its own status; the message of its response for 4xx, a list of messages as `errors`.',
  match: { has: ['response'] },
  answers: {},
  map({ thrown }, context) {
    const isException = ['getStatus', 'getResponse'].every(
      (name) => typeof readProperty(thrown, name) === 'function',
    );
    if (!isException) return undefined;
    const response = readProperty(thrown, 'response');
    const message = typeof response === 'string' ? response : readProperty(response, 'message');
    const list = listOf(message)?.filter((one) => typeof one === 'string');
    const { maxValidationErrors: limit } = context.settings;
    return restate(
      {
        status: readProperty(thrown, 'status'),
        message,
        extensions: list && {
          errors: list.slice(0, limit).map((detail) => ({ detail })),
          ...(list.length > limit && { errors_omitted: list.length - limit }),
        },
      },
      context,
    );
  },
});
