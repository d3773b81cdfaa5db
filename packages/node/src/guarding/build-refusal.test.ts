import { buildClientError } from './build-refusal.js';
import { MALFORMED } from './client-error-codes.js';

const parserError = (members: object): Error => Object.assign(new Error('Parse Error'), members);

describe('buildClientError', () => {
  it.each([
    ['has no code', {}],
    ['has a code that a later Node may have', { code: 'HPE_NEW' }],
    ['is called like what every object has', { code: 'constructor' }],
  ])('takes an error that %s for a malformed request', (_what, members) => {
    const cause = parserError(members);
    expect(buildClientError(cause)).toMatchObject({ ...MALFORMED, expose: true, cause });
  });

  it('names no field where nothing was kept of the request', () => {
    const error = buildClientError(parserError({ code: 'HPE_HEADER_OVERFLOW' }));
    expect(error.status).toBe(431);
    expect(error.extensions).toBeUndefined();
  });
});
