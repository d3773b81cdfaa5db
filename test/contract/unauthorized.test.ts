import { bearer, denyAccess, Unauthorized } from '@faultless/node';
import type { RawAnswer } from '../harness/raw-client.js';
import { describeEachChallenger, throwing } from './support/challengers.js';

const challengesOf = (answer: RawAnswer): string[] => answer.values('WWW-Authenticate');

describeEachChallenger('Unauthorized', (_ask, start) => {
  it('has the handler’s realm where it names none [401-challenge]', async () => {
    const thrown = [
      new Unauthorized(),
      new Unauthorized(undefined, 'Please log in.'),
      denyAccess({ user: undefined }),
    ];
    const { request, lastReport } = await start(
      ({ url = '' }) => {
        throw thrown[Number(url.slice(1))];
      },
      { realm: 'shop', scheme: 'Basic' },
    );
    for (const at of thrown.keys()) {
      const answer = await request({ path: `/${at}` });
      expect(challengesOf(answer)).toEqual(['Basic realm="shop"']);
      expect(lastReport()).toMatchObject({ level: 'info', notices: [] });
      if (at === 1) expect(answer.json()).toMatchObject({ detail: 'Please log in.' });
    }
  });

  const notices = async (thrown: unknown): Promise<unknown[]> => {
    const { request, reports } = await start(throwing(thrown));
    // Each time, though the header is remembered.
    for (let times = 0; times < 3; times += 1) expect((await request()).status).toBe(401);
    return reports.map((report) => report.notices.map(({ message }) => message));
  };

  it.each([
    'Please log in.',
    'Log in!',
    'Who are you?',
    'Please log in…',
    'He said: “Log in.”',
    '请先登录。',
    'Пожалуйста, войдите.',
    'يرجى تسجيل الدخول؟',
    'कृपया लॉग इन करें।',
  ])('sends the sentence %j as its realm, and says where a detail goes', async (realm) => {
    const said = [expect.stringMatching(/new Unauthorized\(realm, detail\)/)];
    expect(await notices(new Unauthorized(realm))).toEqual([said, said, said]);
    expect(await notices(denyAccess({ user: undefined, realm }))).toEqual([said, said, said]);
  });

  it.each([
    'orders',
    'Staff area',
    'api.example.com',
    'Docs of node.js',
    'v2.',
    'Example Inc.',
    'Yahoo!',
    '订单',
    'A & B',
  ])('takes %j for a name', async (realm) => {
    expect(await notices(new Unauthorized(realm))).toEqual([[], [], []]);
  });

  it('says nothing of a realm that was chosen as such', async () => {
    const thrown = new Unauthorized(bearer({ realm: 'Please log in.' }));
    expect(await notices(thrown)).toEqual([[], [], []]);
  });
});
