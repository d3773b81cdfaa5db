import { denyAccess, NotFound } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

const NO_SUCH_ORDER = new NotFound('No such order.', { code: 'no_such_order' });
const DENIED = { realm: 'orders', detail: 'Owners only.' };

describe('denyAccess', () => {
  describeEachServer((server) => {
    it.each([
      ['nobody', { user: undefined }, 401, 401],
      ['null', { user: null }, 401, 401],
      ['failed credentials', { user: false }, 401, 401],
      ['nobody, of a secret', { user: undefined, secret: true }, 401, 401],
      ['a user', { user: 'ada' }, 403, 403],
      ['a user, of a secret', { user: 'ada', secret: true }, 403, 404],
      ['a user, of what looks like another', { user: 'ada', secret: NO_SUCH_ORDER }, 403, 404],
    ])('answers %s', async (_who, denial, status, sentStatus) => {
      const { request, lastReport } = await server.start(
        throwing(denyAccess({ ...DENIED, ...denial })),
      );
      const response = await request();
      expect(response.status).toBe(sentStatus);
      expect(lastReport()).toMatchObject({ status, sentStatus, concealed: status !== sentStatus });
      expect(response.values('WWW-Authenticate')).toEqual(
        status === 401 ? ['Bearer realm="orders"'] : [],
      );
      expect(response.text.includes('Owners only.')).toBe(sentStatus !== 404);
      expect(response.text.includes('no_such_order')).toBe(
        'secret' in denial && denial.secret === NO_SUCH_ORDER,
      );
    });
  });
});
