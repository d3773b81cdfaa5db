import { ask, type BrokenRequest } from './broken-request.js';

const GET = 'GET / HTTP/1.1';

const field = (name: string, ...fields: string[]): BrokenRequest => ({
  name,
  bytes: ask(GET, ['Host: a', ...fields]),
  answers: [400],
  code: 'invalid_header',
});

const host = (name: string, ...fields: string[]): BrokenRequest => ({
  name,
  bytes: ask(GET, fields),
  answers: [400],
  code: 'invalid_host',
});

const tooLarge = (name: string, fields: readonly string[]): BrokenRequest => ({
  name,
  bytes: ask(GET, ['Host: a', ...fields]),
  answers: [431],
  code: 'header_too_large',
});

/** RFC 9112 §3.2, §5; RFC 9110 §5 */
export const HEADERS: readonly BrokenRequest[] = [
  field('a line without a colon', 'no colon'),
  field('a line that is one word', 'word'),
  field('an empty name', ': value'),
  field('a space before the colon', 'Name : value'),
  field('a tab before the colon', 'Name\t: value'),
  field('a space in the name', 'Na me: value'),
  field('NUL in the name', 'Na\0me: value'),
  field('a quote in the name', 'Na"me: value'),
  field('a bracket in the name', 'Na(me: value'),
  field('a name beyond ASCII', 'N\u00e4me: value'),
  field('a space before the name', ' Name: value'),
  field('an obsolete fold', 'Name: a\r\n b'),
  field('an obsolete fold with a tab', 'Name: a\r\n\tb'),
  field('a fold in the first line', ' folded'),
  field('NUL in the value', 'Name: a\0b'),
  field('BEL in the value', 'Name: a\x07b'),
  field('DEL in the value', 'Name: a\x7fb'),
  field('ESC in the value', 'Name: \x1b[31m'),
  field('a bare CR in the value', 'Name: a\rb'),
  field('a bare CR at the end of the value', 'Name: a\r'),
  field('a bare LF in the value', 'Name: a\nb: c'),
  field('a bare LF in front of a fold', 'Name: a\n b'),
  {
    name: 'a bare LF that ends the header',
    bytes: `${GET}\r\nHost: a\r\n\n`,
    halfClose: true,
    answers: [400],
  },
  {
    name: 'CR and no LF that end the header',
    bytes: `${GET}\r\nHost: a\r\n\rGET /`,
    answers: [400],
  },
  host('no Host'),
  host('two Hosts', 'Host: a', 'Host: b'),
  host('two equal Hosts', 'Host: a', 'host: a'),
  host('a list of Hosts', 'Host: a, b'),
  host('a Host with a path', 'Host: a/b'),
  host('a Host with a user', 'Host: user@a'),
  host('a Host with a space', 'Host: a b'),
  host('a Host with a scheme', 'Host: http://a'),
  host('a Host with a port that is no number', 'Host: a:b'),
  host('a Host with two ports', 'Host: a:1:2'),
  host('a Host with a bracket open', 'Host: [::1'),
  host('a Host with a broken escape', 'Host: a%zz'),
  host('a Host in quotes', 'Host: "a"'),
  host('a Host with a question mark', 'Host: a?b'),
  host('a Host with a backslash', 'Host: a\\b'),
  host('a Host beyond ASCII', 'Host: \u00e4'),
  tooLarge('a cookie of 80 KB', [`Cookie: ${'a'.repeat(80_000)}`]),
  tooLarge('a cookie of 20 KB', [`Cookie: ${'a'.repeat(20_000)}`]),
  tooLarge('a name of 20 KB', [`${'N'.repeat(20_000)}: 1`]),
  tooLarge(
    '80 KB in 1,000 fields',
    Array.from({ length: 1000 }, (_, at) => `Name-${at}: ${'a'.repeat(70)}`),
  ),
  tooLarge(
    '20 KB in 5,000 fields',
    Array.from({ length: 5000 }, (_, at) => `N${at}: a`),
  ),
  {
    name: 'an expectation that nobody knows',
    bytes: ask(GET, ['Host: a', 'Expect: 200-ok']),
    answers: [417],
    code: 'unmet_expectation',
  },
  {
    name: 'an expectation among others',
    bytes: ask(GET, ['Host: a', 'Expect: tea, coffee']),
    answers: [417],
    code: 'unmet_expectation',
  },
  {
    name: 'an upgrade to WebSocket that nobody takes',
    bytes: ask(GET, [
      'Host: a',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
    ]),
    answers: [501],
    code: 'upgrade_unsupported',
  },
];
