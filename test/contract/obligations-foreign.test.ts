import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

type Fields = Readonly<Record<string, string>>;

/** What another's error or the app says, and what leaves. */
interface Case {
  readonly what: string;
  readonly status: number;
  /** The headers of the error. */
  readonly says?: Fields;
  /** What is set on the response before the throw. */
  readonly set?: Fields;
  readonly leaves: Fields;
  /** Fields that must not be there. */
  readonly not?: readonly string[];
}

const CASES: readonly Case[] = [
  { what: 'nothing [405-allow]', status: 405, leaves: { Allow: '' } },
  {
    what: 'its methods [405-allow]',
    status: 405,
    says: { allow: 'GET' },
    leaves: { Allow: 'GET' },
  },
  {
    what: 'the methods of a router [405-allow]',
    status: 405,
    set: { Allow: 'GET, PUT' },
    leaves: { Allow: 'GET, PUT' },
  },
  {
    what: 'its own before those of a router [405-allow]',
    status: 405,
    says: { Allow: 'GET' },
    set: { Allow: 'PUT' },
    leaves: { Allow: 'GET' },
  },
  {
    what: 'nothing [426-upgrade] [426-connection]',
    status: 426,
    leaves: { Upgrade: 'HTTP/1.1', Connection: 'upgrade' },
  },
  {
    what: 'a protocol [426-upgrade] [426-connection]',
    status: 426,
    says: { Upgrade: 'websocket' },
    leaves: { Upgrade: 'websocket', Connection: 'upgrade' },
  },
  {
    what: 'the protocol of the app [426-upgrade] [426-connection]',
    status: 426,
    set: { Upgrade: 'websocket', Connection: 'keep-alive' },
    leaves: { Upgrade: 'websocket', Connection: 'upgrade' },
  },
  {
    what: 'a protocol, with another status [426-connection]',
    status: 400,
    says: { Upgrade: 'websocket' },
    leaves: {},
    not: ['Upgrade'],
  },
  {
    what: 'nothing, after an Accept-Encoding of the app [415-no-accept-encoding]',
    status: 415,
    set: { 'Accept-Encoding': 'gzip' },
    leaves: {},
    not: ['Accept-Encoding'],
  },
  {
    what: 'codings [415-accept-encoding]',
    status: 415,
    says: { 'Accept-Encoding': 'gzip' },
    leaves: { 'Accept-Encoding': 'gzip' },
    not: ['Accept'],
  },
  {
    what: 'media types [415-accept]',
    status: 415,
    says: { Accept: 'text/csv' },
    leaves: { Accept: 'text/csv' },
    not: ['Accept-Encoding'],
  },
  {
    what: 'patch formats of the app [415-accept-patch]',
    status: 415,
    set: { 'Accept-Patch': 'application/merge-patch+json' },
    leaves: { 'Accept-Patch': 'application/merge-patch+json' },
  },
  {
    what: 'a size, as send does [416-content-range]',
    status: 416,
    says: { 'Content-Range': 'bytes */12' },
    leaves: { 'Content-Range': 'bytes */12' },
  },
  {
    what: 'a size that the app has set [416-content-range]',
    status: 416,
    set: { 'Content-Range': 'bytes */12' },
    leaves: { 'Content-Range': 'bytes */12' },
  },
  {
    what: 'a range in place of a size [416-content-range]',
    status: 416,
    says: { 'Content-Range': 'bytes 0-4/12' },
    leaves: {},
    not: ['Content-Range'],
  },
  {
    what: 'a range that was to be sent [416-content-range]',
    status: 416,
    set: { 'Content-Range': 'bytes 0-4/12' },
    leaves: {},
    not: ['Content-Range'],
  },
  {
    what: 'a size, with another status [leftovers]',
    status: 500,
    says: { 'Content-Range': 'bytes */12' },
    set: { 'Content-Range': 'bytes 0-4/12' },
    leaves: {},
    not: ['Content-Range'],
  },
  { what: 'nothing [408-close]', status: 408, leaves: { Connection: 'close' } },
  {
    what: 'seconds [413-retry-after]',
    status: 413,
    says: { 'Retry-After': '60' },
    leaves: { 'Retry-After': '60' },
  },
  {
    what: 'seconds, set by a rate limiter [429-details]',
    status: 429,
    set: { 'Retry-After': '60', 'RateLimit-Limit': '5' },
    leaves: { 'Retry-After': '60', 'RateLimit-Limit': '5' },
  },
  {
    what: 'seconds [503-retry-after]',
    status: 503,
    says: { 'Retry-After': '60' },
    leaves: { 'Retry-After': '60' },
  },
  {
    what: 'who blocks [451-blocked-by]',
    status: 451,
    says: { Link: '<https://isp.example>; rel="blocked-by"' },
    leaves: { Link: '<https://isp.example>; rel="blocked-by"' },
  },
];

describe('http-errors', () => {
  describeEachServer((server) => {
    it.each(CASES)('leaves with what its status owes when it says $what', async (one) => {
      const { request } = await server.start((_request, response) => {
        for (const [name, value] of Object.entries(one.set ?? {})) response.setHeader(name, value);
        throw createError(one.status, one.says === undefined ? {} : { headers: one.says });
      });
      const response = await request();
      expect(response.status).toBe(one.status);
      for (const [name, value] of Object.entries(one.leaves)) {
        expect([name, ...response.values(name)]).toEqual([name, value]);
      }
      for (const name of one.not ?? []) expect([name, ...response.values(name)]).toEqual([name]);
    });

    it.each([
      ['409 [409-source]', 409, 'Order 7 is closed.'],
      ['428 [428-explains]', 428, 'Send If-Match.'],
      ['429 [429-details]', 429, 'No more than 60 a minute.'],
      ['451 [451-explains]', 451, 'By order of the court.'],
    ])('leaves with its message for a detail: %s', async (_what, status, message) => {
      const { request } = await server.start(throwing(createError(status, message)));
      expect((await request()).json()).toMatchObject({ status, detail: message });
    });
  });
});
