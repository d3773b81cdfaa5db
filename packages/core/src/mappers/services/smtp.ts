import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { upstream } from './upstream.js';

/**
 * What a mail server has refused with, by its reply: a 4xx is for the moment, a 5xx for good; both are
 * about the server's own mail, which the client of this one has not sent.
 *
 * @see RFC 5321 §4.2.1, RFC 959 §4.2
 */
export const smtp = defineMapper({
  name: 'smtp',
  libraries: 'nodemailer, smtp-connection; basic-ftp, whose replies mean the same',
  match: { has: ['responseCode'], name: ['FTPError'] },
  answers: {
    upstream_unavailable: { ...upstream.answers.upstream_unavailable, retryAfter: 60 },
    upstream_failed: upstream.answers.upstream_failed,
  },
  map({ thrown, name, code }, { answer }) {
    const isFtp = name === 'FTPError';
    const reply = isFtp ? code : readProperty(thrown, 'responseCode');
    if (typeof reply !== 'number' || (!isFtp && typeof code !== 'string')) return undefined;
    return answer(reply >= 400 && reply < 500 ? 'upstream_unavailable' : 'upstream_failed');
  },
});
