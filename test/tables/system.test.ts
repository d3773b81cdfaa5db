import { constants } from 'node:os';
import {
  CONNECTION_CODES,
  EXHAUSTED_CODES,
  TIMEOUT_CODES,
} from '../../packages/core/src/mappers/services/system-error-codes.js';
import { askAnswer, serveRows } from './ask-answer.js';
import { type Facts, listFacts, OURS } from './facts.js';

serveRows();

const DOWN = '503 dependency_unavailable, temporary, after 5 s';
const EXHAUSTED = '503 server_exhausted, temporary, after 5 s';

/** errno(3) of Linux, and what getaddrinfo(3) and Node's node:dns have beside it. */
const CODES: Facts = {
  [DOWN]: [
    'EADDRNOTAVAIL Address not available',
    'ECONNABORTED Connection aborted',
    'ECONNREFUSED Connection refused',
    'ECONNRESET Connection reset',
    'EHOSTDOWN Host is down',
    'EHOSTUNREACH Host is unreachable',
    'ENETDOWN Network is down',
    'ENETRESET Connection aborted by network',
    'ENETUNREACH Network unreachable',
    'ENOTCONN The socket is not connected',
    'EPIPE Broken pipe',
    'ESHUTDOWN Cannot send after transport endpoint shutdown',
    'ETIMEDOUT Connection timed out',
    // getaddrinfo(3)
    'EAI_AGAIN Temporary failure in name resolution',
    'EAI_FAIL Non-recoverable failure in name resolution',
    'EAI_NODATA No address associated with the name',
    'ENOTFOUND Domain name not found',
    // node:dns, "Error codes": the name server's answer, or that there was none.
    'EBADRESP Misformatted DNS reply',
    'EREFUSED DNS server refused query',
    'ESERVFAIL DNS server returned general failure',
    'ETIMEOUT Timeout while contacting DNS servers',
  ],
  // The clients request and needle, of a socket to another server.
  '504 upstream_timeout, temporary': ['ESOCKETTIMEDOUT Socket timed out'],
  '507 storage_full, temporary': ['EDQUOT Disk quota exceeded', 'ENOSPC No space left on device'],
  [EXHAUSTED]: [
    'EAGAIN Resource temporarily unavailable',
    'EMFILE Too many open files',
    'ENFILE Too many open files in system',
    'ENOBUFS No buffer space available',
    'ENOMEM Not enough space',
  ],
};

const ROWS = listFacts(CODES);

/** A SystemError as Node documents it. */
function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { errno: -1, code, syscall: 'connect' });
}

it.each(ROWS)('%s, %s', async (code, _text, answer) => {
  expect(await askAnswer(systemError(code))).toBe(answer);
});

it('is a bare 500 for every other number of this system, such as a missing file', async () => {
  const told = new Set(ROWS.map(([code]) => code));
  // Two names for one number.
  const others = Object.keys(constants.errno).filter(
    (code) => !told.has(code) && code !== 'EWOULDBLOCK',
  );
  expect(others).toEqual(
    expect.arrayContaining(['ENOENT', 'EACCES', 'EPERM', 'EADDRINUSE', 'EIO']),
  );
  for (const code of others) {
    expect([code, await askAnswer(systemError(code))]).toEqual([code, OURS]);
  }
});

it('is believed of a code that nothing of the system stands beside, if it can be nobody else’s', async () => {
  const alone = (code: string) => askAnswer(Object.assign(new Error('x'), { code }));
  expect(await alone('ECONNREFUSED')).toBe('503 dependency_unavailable, temporary, after 5 s');
  expect(await alone('ETIMEDOUT')).toBe('504 dependency_timeout, temporary');
  expect(await alone('ENOTFOUND')).toBe(OURS);
});

it('leaves no row without a fact', () => {
  const told = new Set(ROWS.map(([code]) => code));
  const rows = [...CONNECTION_CODES, ...TIMEOUT_CODES, ...Object.keys(EXHAUSTED_CODES)];
  expect(rows.filter((code) => !told.has(code))).toEqual([]);
});
