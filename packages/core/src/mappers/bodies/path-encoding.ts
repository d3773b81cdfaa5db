import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

/**
 * Percent-encoding in the path that can't be decoded. Express 4 and 5 put a status of 400 on the
 * URIError of a parameter; where an app decodes by itself, as on Koa, the request target has to show
 * that it was the client's.
 *
 * @see https://github.com/pillarjs/router (2.3, lib/layer.js), express 4.22 lib/router/layer.js
 */
export const pathEncoding = defineMapper({
  name: 'path-encoding',
  libraries: 'Express 4 and 5, any decodeURIComponent() of the path',
  match: { name: ['URIError'] },
  answers: {
    path_malformed: { status: 400, when: 'the path has percent-encoding that is no UTF-8' },
  },
  map({ thrown }, { answer, request }) {
    return readProperty(thrown, 'status') === 400 || !isDecodable(request?.url)
      ? answer('path_malformed')
      : undefined;
  },
});

function isDecodable(url: string | undefined): boolean {
  try {
    decodeURIComponent(url ?? '');
    return true;
  } catch {
    return false;
  }
}
