import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * Codes of Oracle Database (ORA), its driver (NJS) and that one's library (DPI) with a meaning of their
 * own; all others are our fault.
 *
 * @see https://docs.oracle.com/error-help/db/, https://github.com/oracle/node-oracledb (lib/errors.js)
 */
const CODES = byCode<DatabaseAnswer>({
  already_exists: 'ORA-00001',
  still_referenced: 'ORA-02291 ORA-02292',
  value_not_accepted:
    'ORA-01400 ORA-01407 ORA-01438 ORA-01722 ORA-01830 ORA-01839 ORA-01840 ORA-01841 ORA-01843 ORA-01847 ORA-01858 ORA-01861 ORA-02290 ORA-12899',
  transaction_conflict:
    'ORA-00054 ORA-00060 ORA-02049 ORA-04020 ORA-04021 ORA-08176 ORA-08177 ORA-30006',
  database_unavailable:
    'ORA-00018 ORA-00020 ORA-01012 ORA-01033 ORA-01034 ORA-01089 ORA-01090 ORA-01092 ORA-01109 ORA-02391 ORA-02399 ORA-03113 ORA-03114 ORA-03135 ORA-12505 ORA-12514 ORA-12516 ORA-12518 ORA-12519 ORA-12520 ORA-12521 ORA-12526 ORA-12527 ORA-12528 ORA-12537 ORA-12541 ORA-12543 ORA-12545 ORA-12547 ORA-12560 ORA-12571 ORA-16000 ORA-25408 NJS-003 NJS-040 NJS-064 NJS-065 NJS-076 NJS-082 NJS-500 NJS-501 NJS-503 NJS-511 NJS-518 NJS-519 NJS-521 NJS-530 DPI-1010 DPI-1080',
  database_timeout:
    'ORA-01013 ORA-03136 ORA-12170 ORA-12535 ORA-12606 ORA-12609 NJS-123 NJS-510 DPI-1067',
  database_full: 'ORA-01536 ORA-01652 ORA-01653 ORA-01654 ORA-01691 ORA-30036',
});

/** Errors of Oracle Database, whose codes nobody else's are like. */
export const oracle = defineMapper({
  name: 'oracle',
  libraries: 'oracledb; Knex, TypeORM, Sequelize and MikroORM on it',
  match: { code: [/^(?:ORA-\d{5}|NJS-\d{3}|DPI-\d{4})$/] },
  answers: DATABASE_ANSWERS,
  map: ({ code }, { answer }) => answer(CODES.get(String(code)) ?? 'database_failed'),
});
