import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { readPath } from '../marks.js';
import { restate } from './restate.js';
import { findNamedStatus } from './status-names.js';

/**
 * Errors of graphql-js, one or a list, by the name that they set and their `extensions`: what
 * `extensions.http.status` or `extensions.code` says, as Apollo Server and GraphQL Yoga have it; and
 * what is wrong with the document itself, which has a place in it and no path in the result. What a
 * resolver threw is looked for inside.
 *
 * @see https://www.graphql-js.org/api-v16/error (16.15), https://www.apollographql.com/docs/apollo-server/data/errors
 */
export const graphql = defineMapper({
  name: 'graphql',
  libraries: 'graphql, and what passes its errors on: Apollo Server, GraphQL Yoga, Mercurius',
  note: 'The status of its `extensions` and its message for 4xx; of a document that can’t be run, the `locations` alone.',
  match: { name: ['GraphQLError'], list: true },
  answers: {
    graphql_document_invalid: { status: 400, when: 'the document can’t be parsed or run' },
  },
  map({ thrown, list }, context) {
    const error = list ? listOf(thrown)?.[0] : thrown;
    if (readProperty(error, 'name') !== 'GraphQLError') return undefined;
    const status =
      findNamedStatus(readPath(error, 'extensions.http.status')) ??
      findNamedStatus(readPath(error, 'extensions.code'));
    const locations = locationsOf(error);
    const ofDocument = locations.length > 0 && readProperty(error, 'path') === undefined;
    if (ofDocument && (status === undefined || status === 400)) {
      return context.answer('graphql_document_invalid', { extensions: { locations } });
    }
    if (status === undefined) return undefined;
    const inner = status < 500 ? undefined : context.inside();
    if (inner !== undefined) return inner;
    const original = readProperty(error, 'originalError');
    const message = readProperty(error, 'message');
    // graphql-js makes of a GraphQLError that a resolver threw another one, with a place.
    const borrowed =
      readProperty(original, 'name') !== 'GraphQLError' &&
      readProperty(original, 'message') === message;
    return restate({ status, message: borrowed ? undefined : message }, context);
  },
});

/** More places than these nobody reads. */
const MAX_LOCATIONS = 16;

function locationsOf(error: unknown): readonly object[] {
  return (listOf(readProperty(error, 'locations')) ?? [])
    .slice(0, MAX_LOCATIONS)
    .map((place) => ({ line: readProperty(place, 'line'), column: readProperty(place, 'column') }))
    .filter(({ line, column }) => Number.isInteger(line) && Number.isInteger(column));
}
