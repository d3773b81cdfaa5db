import { defineMapper } from '../built-in-mapper.js';
import { readProperty } from '../read-property.js';
import { DATABASE_ANSWERS } from './answers.js';
import { PRISMA_CODES } from './prisma-codes.js';

/** Prisma's errors by code; `clientVersion` stands beside it in every one. */
export const prisma = defineMapper({
  name: 'prisma',
  libraries: 'Prisma Client',
  match: { code: [/^P\d{4}$/], has: ['clientVersion'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    if (typeof readProperty(thrown, 'clientVersion') !== 'string') return undefined;
    const known = code ?? readProperty(thrown, 'errorCode');
    return answer(PRISMA_CODES[String(known)] ?? 'database_failed');
  },
});
