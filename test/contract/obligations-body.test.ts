import {
  Conflict,
  ContentTooLarge,
  HttpError,
  HttpVersionNotSupported,
  NetworkAuthenticationRequired,
  NotAcceptable,
  PreconditionRequired,
  RequestHeaderFieldsTooLarge,
  TooManyRequests,
  UnavailableForLegalReasons,
  UpgradeRequired,
} from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { writeRequest } from '../harness/raw-request.js';
import { throwing, throwingOneOf } from '../harness/throwing.js';
import { FORMATS } from './support/content-types.js';
import { REGISTERED } from './support/registered.js';

/** What each class owes in its body, in every format. */
const BODIES: readonly (readonly [what: string, error: HttpError, said: readonly string[]])[] = [
  [
    'the representations there are [406-available]',
    new NotAcceptable({ available: ['application/json', 'text/csv'] }),
    ['application/json', 'text/csv'],
  ],
  ['the conflict [409-source]', new Conflict('Order 7 was closed at noon.'), ['closed at noon']],
  ['the limit', new ContentTooLarge({ limit: 1048576 }), ['1048576']],
  ['how to send it again [428-explains]', new PreconditionRequired(), ['If-Match']],
  [
    'the limit that was hit [429-details]',
    new TooManyRequests('No more than 60 a minute.'),
    ['No more than 60 a minute.'],
  ],
  ['the field [431-field]', new RequestHeaderFieldsTooLarge({ field: 'Cookie' }), ['Cookie']],
  [
    'the legal demand [451-explains]',
    new UnavailableForLegalReasons('By order of the court of Ankh, case 12.'),
    ['By order of the court of Ankh, case 12.'],
  ],
  [
    'the protocols that are wanted [426-upgrade]',
    new UpgradeRequired(['websocket', 'TLS/1.3']),
    ['websocket', 'TLS/1.3'],
  ],
  [
    'the versions there are [505-versions]',
    new HttpVersionNotSupported({ supported: ['HTTP/1.1', 'HTTP/2'] }),
    ['version', 'HTTP/1.1', 'HTTP/2'],
  ],
  [
    'where to log in [511-login]',
    new NetworkAuthenticationRequired({ login: 'https://login.example/' }),
    ['https://login.example/'],
  ],
];

const LANGUAGES = ['en', 'zh-CN'];

describe('HttpError', () => {
  describeEachServer((server) => {
    it.each(BODIES)(
      'says in every format what its status owes: %s',
      async (_what, thrown, said) => {
        const { request } = await server.start(throwing(thrown));
        for (const Accept of FORMATS) {
          const response = await request({ headers: { Accept } });
          expect(response.value('Content-Type')).toMatch(Accept);
          for (const words of said) expect(response.text).toContain(words);
        }
      },
    );

    it('sends the link of a 511 in a page without a form [511-login] [511-no-form]', async () => {
      const thrown = new NetworkAuthenticationRequired({
        login: 'https://login.example/',
      });
      const { request } = await server.start(throwing(thrown));
      const { text } = await request({ headers: { Accept: 'text/html' } });
      expect(text).toContain('<a href="https://login.example/"');
      expect(text).not.toMatch(/<(?:form|input|button|script|iframe)/i);
    });
  });
});

describe('errorHandler', () => {
  describeEachServer((server) => {
    it('explains every status in every format, in words of its own [body-explains] [content-type]', async () => {
      const errors = REGISTERED.map((status) => new HttpError(status));
      const { exchange } = await server.start(throwingOneOf(errors));
      for (const [at, { status }] of errors.entries()) {
        const asked = LANGUAGES.flatMap((language) =>
          FORMATS.map((Accept) => ({ Accept, 'Accept-Language': language })),
        );
        const requests = asked.map((headers) => writeRequest({ path: `/${at}`, headers }));
        // A 408 ends the connection with its first answer.
        const batches = status === 408 ? requests.map((one) => [one]) : [requests];
        const answers = await Promise.all(
          batches.map((batch) => exchange(Buffer.concat(batch), { responses: batch.length })),
        );
        const responses = answers.flatMap((answer) => answer.responses);
        expect(responses).toHaveLength(asked.length);
        let detail = '';
        for (const [index, response] of responses.entries()) {
          const { Accept = '' } = asked[index] ?? {};
          expect(response.status).toBe(status);
          expect(response.value('Content-Type')).toMatch(Accept);
          if (Accept === FORMATS[0]) {
            const problem = response.json();
            detail = String(problem.detail);
            expect(detail.length).toBeGreaterThan(String(problem.title).length);
          }
          expect(withoutEscapes(response.text)).toContain(detail);
        }
      }
    });
  });
});

/** Undoes what HTML and XML need in the texts of the locales. */
function withoutEscapes(text: string): string {
  return text.replace(/&(?:#39|apos);/g, "'").replace(/&(?:quot|#34);/g, '"');
}
