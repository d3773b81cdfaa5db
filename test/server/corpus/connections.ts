import { ask, type BrokenRequest, GOOD } from './broken-request.js';

const BAD = ask('BREW / HTTP/1.1');
const SLOW = ask('GET /slow HTTP/1.1');
const POST = (content: string, length = 30): string =>
  ask('POST /echo HTTP/1.1', ['Host: a', `Content-Length: ${length}`], content);

/** RFC 9112 §9 */
export const CONNECTIONS: readonly BrokenRequest[] = [
  { name: 'good, bad, good in one packet', bytes: GOOD + BAD + GOOD, answers: [200, 501] },
  { name: 'good, bad, good in three', bytes: [GOOD, BAD, GOOD], answers: [200, 501] },
  { name: 'slow, bad, good', bytes: SLOW + BAD + GOOD, answers: [200, 501] },
  { name: 'slow, slow, bad', bytes: SLOW + SLOW + BAD, answers: [200, 200, 501] },
  { name: 'slow, good, bad, bad', bytes: SLOW + GOOD + BAD + BAD, answers: [200, 200, 501] },
  {
    name: 'slow, then a broken header',
    bytes: [SLOW, ask('GET / HTTP/1.1', ['Host: a', 'x'])],
    answers: [200, 400],
  },
  {
    name: 'slow, then no Host, then good',
    bytes: SLOW + ask('GET / HTTP/1.1', []) + GOOD,
    answers: [200, 400],
  },
  {
    name: 'slow, then bad content',
    bytes: SLOW + ask('POST /echo HTTP/1.1', ['Host: a', 'Transfer-Encoding: chunked'], 'zz\r\n'),
    answers: [200, 400],
  },
  {
    name: 'slow, then an 80 KB cookie',
    bytes: SLOW + ask('GET / HTTP/1.1', ['Host: a', `Cookie: ${'a'.repeat(80_000)}`]),
    answers: [200, 431],
  },
  { name: 'slow, then a tunnel', bytes: SLOW + ask('CONNECT a:1 HTTP/1.1'), answers: [200, 501] },
  {
    name: 'twenty good, one bad',
    bytes: GOOD.repeat(20) + BAD,
    answers: [...Array<number>(20).fill(200), 501],
  },
  {
    name: 'an error in between',
    bytes: ask('GET /denied HTTP/1.1') + GOOD + BAD,
    answers: [401, 200, 501],
  },
  { name: 'a 500 before', bytes: ask('GET /broken HTTP/1.1') + BAD, answers: [500, 501] },
  {
    name: 'a response that breaks off before bad',
    bytes: ask('GET /half HTTP/1.1') + BAD,
    answers: [-200],
  },
  {
    name: 'slow, then a response that breaks off',
    bytes: SLOW + ask('GET /half HTTP/1.1') + GOOD,
    answers: [200, -200],
  },
  {
    name: 'data after Connection: close',
    bytes: ask('GET / HTTP/1.1', ['Host: a', 'Connection: close']) + GOOD,
    answers: [200],
  },
  {
    name: 'data after a slow Connection: close',
    bytes: ask('GET /slow HTTP/1.1', ['Host: a', 'Connection: close']) + BAD,
    answers: [200],
  },
  { name: 'nothing at all', bytes: '', halfClose: true, answers: [] },
  { name: 'two empty lines', bytes: '\r\n\r\n', halfClose: true, answers: [] },
  {
    name: 'half a method',
    bytes: 'GE',
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'half a request line',
    bytes: 'GET / HT',
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'half a header',
    bytes: 'GET / HTTP/1.1\r\nHost: a',
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'a header that lacks its last line',
    bytes: 'GET / HTTP/1.1\r\nHost: a\r\n',
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'half of the content',
    bytes: POST('abc'),
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'none of the content',
    bytes: POST(''),
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'half of the chunks',
    bytes: ask('POST /echo HTTP/1.1', ['Host: a', 'Transfer-Encoding: chunked'], '3\r\nab'),
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'chunks without the last',
    bytes: ask('POST /echo HTTP/1.1', ['Host: a', 'Transfer-Encoding: chunked'], '3\r\nabc\r\n'),
    halfClose: true,
    answers: [400],
    code: 'incomplete_request',
  },
  {
    name: 'good, then half a request',
    bytes: `${GOOD}GET /`,
    halfClose: true,
    answers: [200, 400],
    code: 'incomplete_request',
  },
  { name: 'good and the end', bytes: GOOD, halfClose: true, answers: [200] },
  {
    name: 'a wait and the end',
    bytes: ask('GET /until-gone HTTP/1.1'),
    halfClose: true,
    answers: [],
  },
  {
    name: 'a slow header (slowloris)',
    bytes: ['GET / HTTP/1.1\r\n', 'Host: a\r\n', 'X-A: b\r\n'],
    answers: [408],
    code: 'request_timeout',
  },
  { name: 'a slow first letter', bytes: ['G'], answers: [408], code: 'request_timeout' },
  { name: 'a client that says nothing', bytes: [], answers: [408], code: 'request_timeout' },
  { name: 'slow content', bytes: [POST('a'), 'b', 'c'], answers: [408], code: 'request_timeout' },
  {
    name: 'slow chunks',
    bytes: [
      ask('POST /echo HTTP/1.1', ['Host: a', 'Transfer-Encoding: chunked'], '1\r\na\r\n'),
      '1\r\n',
    ],
    answers: [408],
    code: 'request_timeout',
  },
  {
    name: 'good, then a slow header',
    bytes: [GOOD, 'GET / HTTP/1.1\r\n'],
    answers: [200, 408],
    code: 'request_timeout',
  },
  {
    name: 'content that stops after an early answer',
    bytes: ask('POST /early HTTP/1.1', ['Host: a', 'Content-Length: 100000'], 'abc'),
    answers: [413],
  },
  {
    name: 'chunks that break after an early answer',
    bytes: [
      ask('POST /early HTTP/1.1', ['Host: a', 'Transfer-Encoding: chunked'], '3\r\nabc\r\n'),
      'zz\r\n',
    ],
    answers: [413],
  },
  {
    name: 'a request behind an early answer',
    bytes: [ask('POST /early HTTP/1.1', ['Host: a', 'Content-Length: 6'], 'abc'), `def${GOOD}`],
    answers: [413],
  },
];
