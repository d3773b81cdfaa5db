import { inspect } from 'node:util';

/** No text of ours, and of no library: the beginning and the end of each secret. */
export const PLANTED = /zqhead|zqtail/i;

const WORD = 'zqhead7-._zqtail7';
const TOKEN = 'zqhead7Bc9Dzqtail7Ef';
const ODD = `zqhead7 "a' \\ /@:;,){}= zqtail7`;

/** A secret as a member, and in a text. */
export interface SecretKind {
  readonly what: string;
  readonly name: string;
  readonly value: string;
  /** As it stands in a message; by its name where its form does not tell. */
  readonly text: string;
}

const named = (name: string, value = WORD, text = `${name}=${value}`): SecretKind => ({
  what: `${name} (${value.slice(0, 12)}…)`,
  name,
  value,
  text,
});

const shaped = (what: string, text: string): SecretKind => ({
  what,
  name: 'note',
  value: text,
  text,
});

const pem = (kind: string): string =>
  `-----BEGIN ${kind}-----\nzqhead7MIIE\nzqtail7==\n-----END ${kind}-----`;

/** Credentials that are known by their name. */
const CREDENTIALS: readonly SecretKind[] = [
  named('password'),
  named('password', ODD, JSON.stringify({ password: ODD })),
  named('password', ODD, JSON.stringify(JSON.stringify({ password: ODD }))),
  named('password', ODD, inspect({ password: ODD, kept: 1 })),
  named('accessToken', WORD, inspect({ accessToken: WORD })),
  named('refresh_token', WORD, `{"refresh_token":"${WORD}"}`),
  named('client_secret'),
  named('apiKey'),
  named('encryptionKey'),
  named('csrf'),
  named('otpCode'),
  named('auth_code'),
  named('AWS_SECRET_ACCESS_KEY'),
  named('x-vault-token', WORD, `x-vault-token: ${WORD}`),
  named('x-amz-security-token', WORD, `X-Amz-Security-Token: ${WORD}`),
  named('x-api-key', WORD, `GET / HTTP/1.1\r\nX-Api-Key: ${WORD}\r\nAccept: */*`),
  named('cookie', `a=zqhead7; b=zqtail7`, `Cookie: a=zqhead7; b=zqtail7\nAccept: */*`),
  named('set-cookie', 'id=zqhead7; Path=/; note=zqtail7', 'Set-Cookie: id=zqhead7; note=zqtail7'),
  named(
    'authorization',
    'Digest username="zqhead7", uri="/zqtail7"',
    'Authorization: Digest username="zqhead7", uri="/zqtail7"',
  ),
  named('proxy-authorization', `Basic ${TOKEN}=`, `Proxy-Authorization: Basic ${TOKEN}=`),
  named('sessionId', TOKEN, `session_id: ${TOKEN}`),
  named('signature', TOKEN, `signature="${TOKEN}"`),
  named('user[password]', WORD, `name=ada&user[password]=${WORD}&user%5Bpassword%5D=${WORD}`),
];

/** A client's content, by its name. */
export const CONTENT: readonly SecretKind[] = [
  named(
    'requestBody',
    '{"a":"zqhead7","b":["zqtail7"]}',
    inspect({ requestBody: { a: 'zqhead7', b: { c: ['zqtail7'] } } }),
  ),
  named(
    'queryParams',
    'a=zqhead7&b=zqtail7',
    inspect({
      queryParams: new Map([
        ['a', 'zqhead7'],
        ['b', 'zqtail7'],
      ]),
    }),
  ),
  named('bindings', 'zqhead7, zqtail7', JSON.stringify({ bindings: ['zqhead7]', 'zqtail7'] })),
  named(
    'rawHeaders',
    'Accept, zqhead7, zqtail7',
    inspect({ rawHeaders: ['A', 'zqhead7', 'B', 'zqtail7'] }),
  ),
];

/** Secrets that are known by their form. */
const SHAPED: readonly SecretKind[] = [
  shaped('a JSON Web Token', `eyJhbGciOiJIUzI1NiJ9.${TOKEN}.${TOKEN}`),
  shaped('bearer credentials', `Bearer ${TOKEN}`),
  shaped('basic credentials', `Basic ${TOKEN}==`),
  shaped('a key of Stripe', `sk_live_${TOKEN}`),
  shaped('a token of GitHub', `ghp_${TOKEN}`),
  shaped('a token of GitLab', `glpat-${TOKEN}`),
  shaped('a token of Slack', `xoxb-${TOKEN}`),
  shaped('a token of Vault', `hvs.${TOKEN}`),
  shaped('a private key', pem('PRIVATE KEY')),
  shaped('a private key of RSA', pem('RSA PRIVATE KEY')),
  shaped('a private key of PGP', pem('PGP PRIVATE KEY BLOCK')),
  shaped('userinfo', `postgres://zqhead7:zqtail7@db:5432/shop`),
  shaped('a password with delimiters', `postgres://ada:zqhead7/a@b:c?d#zqtail7@db:5432/shop`),
  shaped('a password in the address of a site', `https://ada:zqhead7/a@b:zqtail7@example.org/a`),
  shaped('userinfo without a password', `https://${WORD}@github.com/a/b`),
  shaped('a password with at signs', 'amqp://ada:zqhead7@b/c@zqtail7@mq:5672//'),
  shaped('a password in markup', `<a>x</a><Password>${WORD}</Password>`),
  shaped('a password of SOAP', `<wsse:Password Type="urn:a#Text">${WORD}</wsse:Password>`),
  shaped('a password that is no markup', `<Password><![CDATA[zqhead7<b>zqtail7]]></Password>`),
  shaped('a password in markup that is cut', `<Password a="b">zqhead7 <zqtail7`),
  shaped('headers as HAR has them', JSON.stringify([{ name: 'Authorization', value: WORD }])),
  shaped('a password in a command', `mysqldump --host a --password ${WORD} --all`),
  shaped('a password of SQL', "password='zqhead7''zqtail7'"),
  shaped('a passphrase', 'Passphrase: zqhead7 horse zqtail7'),
  shaped(
    'a webhook of Slack',
    'https://hooks.slack.com/services/T0zqhead7/B0/zqtail7zqtail7zqtail7',
  ),
  shaped('a token of a bot', '12345678:AAzqhead7zqtail7zqhead7zqtail7zqhead'),
  shaped('a query', `https://api.example/a?zqhead7=1&b=zqtail7`),
  shaped(
    'a query behind a long path',
    `https://api.example/${'long/'.repeat(80)}?a=zqhead7&b=zqtail7`,
  ),
  shaped('a query of a long path', `GET /${'long/'.repeat(80)}?a=zqhead7&b=zqtail7 HTTP/1.1`),
  shaped('a fragment', `https://app.example/#access_token=${WORD}&state=1`),
  shaped(
    'a connection string of Azure',
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${TOKEN}==;EndpointSuffix=core.windows.net`,
  ),
  shaped(
    'a connection string of Service Bus',
    `Endpoint=sb://a.example/;SharedAccessKeyName=root;SharedAccessKey=${TOKEN}=`,
  ),
  shaped('a shared access signature', `SharedAccessSignature=sv=2022&sig=${TOKEN}%3D&se=2030`),
  shaped(
    'a connection string of SQL Server',
    `Server=db;User Id=ada;Password=zqhead7 a,b zqtail7;Timeout=3`,
  ),
  shaped(
    'JSON within JSON within JSON',
    JSON.stringify(JSON.stringify(JSON.stringify({ token: ODD, z: 1 }))),
  ),
  shaped('JSON that is percent-encoded', encodeURIComponent(JSON.stringify({ password: WORD }))),
  shaped('headers as a list', inspect(['Accept', 'a', 'x-vault-token', WORD])),
  shaped('headers as JSON', JSON.stringify([['Authorization', `Digest ${WORD}`]])),
  shaped('headers as a Map', inspect(new Map([['authorization', `Digest ${WORD}`]]))),
  shaped('an address of mail', 'zqhead7.zqtail7@example.org'),
];

/** What databases and parsers say of values. */
const REFUSED: readonly SecretKind[] = [
  'Key (name)=(zqhead7) zqtail7) already exists.',
  'Key (lower(name::text))=(zqhead7, zqtail7) already exists.',
  'Key (a, lower((b)::text))=(zqhead7, (zqtail7)) is not present in table "users".',
  'Key (id, period)=(zqhead7, [2020-01-01,zqtail7)) conflicts with existing key (id, period)=(zqhead7, [2020-01-01,zqtail7)).',
  'Schlüssel »(lower(name))=(zqhead7 zqtail7)« existiert bereits.',
  'Failing row contains (1, zqhead7, {a,"zqtail7)"}, null).',
  'invalid input syntax for type uuid: "zqhead7" and "zqtail7"',
  'invalid input value for enum mood: "zqhead7\nzqtail7"',
  'malformed array literal: "{zqhead7,zqtail7"',
  'date/time field value out of range: "zqhead7 zqtail7"',
  'value "zqhead7 zqtail7" is out of range for type integer',
  'syntax error at or near "zqhead7 zqtail7"',
  'near "zqhead7 zqtail7": syntax error',
  'unrecognized token: "zqhead7 zqtail7"',
  "Duplicate entry 'zqhead7-o'neill-zqtail7' for key 'users.name'",
  "You have an error in your SQL syntax; use near 'zqhead7'a' zqtail7' at line 1",
  "Incorrect integer value: 'zqhead7'zqtail7' for column 'age' at row 1",
  "Truncated incorrect DOUBLE value: 'zqhead7zqtail7'",
  "Conversion failed when converting the varchar value 'zqhead7 zqtail7' to data type int.",
  'The duplicate key value is (zqhead7, zqtail7).',
  'E11000 duplicate key error collection: a.b index: n_1 dup key: { n: { a: "zqhead7" }, b: "zqtail7" }',
  'Cast to ObjectId failed for value "zqhead7 zqtail7" (type string) at path "_id"',
  '`zqhead7 zqtail7` is not a valid enum value for path `role`.',
  'Path `name` (`zqhead7 zqtail7`) is shorter than the minimum allowed length (3).',
  "Can't run it: insert into t values ('zqhead7', 'o''neill zqtail7') - failed",
  String.raw`insert into t (a) values ('o\'neill zqhead7', 'zqtail7')`,
  'insert into t values (1, "zqhead7", "zqtail7")',
  'select * from t where a = "zqhead7" and b = "zqtail7"',
  "ALTER USER ada IDENTIFIED BY 'zqhead7zqtail7'",
  'Failed query: select 1 from t where a = $1\nparams: zqhead7\nzqtail7',
  "Tag 'zqhead7zqtail7' is an invalid name.",
  "Attribute 'zqhead7zqtail7' has no space in starting.",
  "Expected closing tag 'a' (opened in line 1, col 1) instead of closing tag 'zqhead7zqtail7'.",
  'JSON Parse error: Unexpected identifier "zqhead7zqtail7"',
  'Unexpected token z in JSON at position 0 while parsing "zqhead7 "zqtail7"',
  'bad indentation of a mapping entry (1:5)\n\n 1 | a: zqhead7: zqtail7\n-----------^',
  "ERR unknown command 'a', with args beginning with: 'zqhead7' 'zqtail7'",
].map((text) => shaped(text.slice(0, 40), text));

/** What is a secret wherever it is. */
export const SECRETS: readonly SecretKind[] = [...CREDENTIALS, ...SHAPED, ...REFUSED];
