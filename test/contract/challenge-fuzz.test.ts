import {
  basic,
  bearer,
  Forbidden,
  HttpError,
  ProxyAuthenticationRequired,
  parseChallenges,
  Unauthorized,
} from '@faultless/node';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { describeEachChallenger, throwing } from './support/challengers.js';

// Thousands of inputs are tried.
jest.setTimeout(120_000);

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'"\\,= \r\n\0\t\u007f\u0085éß东😀aB;:', '\ud800', '\r\nX-Evil: 1'),
  }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '"', '\\', '", Basic realm="', '\r\n\r\n<script>', 'a\r\nSet-Cookie: a=b'),
);

/** The text as it can leave: well-formed, with a space for each control of ASCII. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, (one) => (one < '\u0080' ? ' ' : one));
}

/** Every text that is no list of scope tokens makes a TypeError, which leaves as a 500. */
const isScope = (text: string): boolean => /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/.test(text);

describeEachChallenger('a fuzzed challenge', (ask, start) => {
  const headers = { Authorization: 'Bearer a' };

  it('never changes the number of lines or of challenges [challenge-field-value] [bearer-error-text]', async () => {
    let [realm, errorDescription] = ['a', 'b'];
    const { request } = await start(() => {
      throw new Unauthorized([
        bearer({ realm, error: 'invalid_token', errorDescription }),
        basic({ realm }),
      ]);
    });
    const plain = await request({ headers });
    const property = fc.asyncProperty(hostile, hostile, async (...texts) => {
      [realm, errorDescription] = texts;
      const response = await request({ headers });
      expect(response.status).toBe(401);
      expect(response.fields).toHaveLength(plain.fields.length);
      const values = response.values('WWW-Authenticate');
      expect(values.map((value) => parseChallenges(value, { strict: true }).length)).toEqual([
        1, 1,
      ]);
      const [first, second] = parseChallenges(values, { strict: true });
      expect(Object.keys(first?.params ?? {})).toEqual(['realm', 'error', 'error_description']);
      expect(second).toEqual({ scheme: 'Basic', params: { realm: withoutControls(realm) } });
    });
    await fc.assert(property);
  });

  it('of a scope is one challenge, or none at all [bearer-scope-text]', async () => {
    let scope = '';
    const { request } = await start(() => {
      throw new Forbidden({ scope });
    });
    const scopes = fc.oneof(hostile, fc.stringMatching(/^[!#-[\]-~]{1,9}$/));
    const property = fc.asyncProperty(scopes, async (text) => {
      scope = text;
      const response = await request({ headers });
      const values = response.values('WWW-Authenticate');
      const expected = { scheme: 'Bearer', params: { error: 'insufficient_scope', scope } };
      expect(response.status).toBe(isScope(scope) ? 403 : 500);
      expect(values).toHaveLength(isScope(scope) ? 1 : 0);
      expect(parseChallenges(values, { strict: true })).toEqual(isScope(scope) ? [expected] : []);
    });
    await fc.assert(property);
  });

  it('of another library is one challenge at least, and nothing else', async () => {
    let value = '';
    const { request } = await start(() => {
      throw new HttpError(401, { headers: { 'WWW-Authenticate': value } });
    });
    const plain = await request();
    const property = fc.asyncProperty(hostile, async (text) => {
      value = text;
      const response = await request();
      const names = new Set(response.fields.map(([name]) => name));
      expect(response.status).toBe(401);
      expect(parseChallenges(response.values('WWW-Authenticate')).length).toBeGreaterThan(0);
      expect(names).toEqual(new Set(plain.fields.map(([name]) => name)));
    });
    await fc.assert(property);
  });

  it('of the realm option, and for a proxy, is one challenge', async () => {
    const realms = hostile.filter((realm) => realm !== '');
    const property = fc.asyncProperty(realms, realms, async (realm, proxyRealm) => {
      const options = { realm };
      const [own, proxy] = [
        await ask(throwing(new HttpError(401)), { options }),
        await ask(throwing(new ProxyAuthenticationRequired(proxyRealm)), { options }),
      ];
      expect(parseChallenges(own.values('WWW-Authenticate'), { strict: true })).toEqual([
        { scheme: 'Bearer', params: { realm: withoutControls(realm) } },
      ]);
      expect(parseChallenges(proxy.values('Proxy-Authenticate'), { strict: true })).toEqual([
        { scheme: 'Bearer', params: { realm: withoutControls(proxyRealm) } },
      ]);
    });
    await fc.assert(property, { numRuns: 10 });
  });
});
