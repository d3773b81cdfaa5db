import mysql from 'mysql2/promise';
import { MYSQL_ERRORS } from '../../packages/core/src/mappers/databases/mysql-errors.js';
import { type MysqlServer, startMysql } from '../mappers/mysql-server.js';
import { thrownBy } from '../mappers/raise.js';
import { askAnswer, serveRows } from './ask-answer.js';
import {
  CONFLICT,
  type Facts,
  FULL,
  listFacts,
  OURS,
  REFERENCED,
  REFUSED,
  TAKEN,
  TIMEOUT,
  UNAVAILABLE,
} from './facts.js';

serveRows();

/** MySQL's Server Error Message Reference (8.4), and what only MariaDB has. */
const SERVER: Facts = {
  [TAKEN]: [
    '1022 ER_DUP_KEY',
    '1062 ER_DUP_ENTRY',
    '1169 ER_DUP_UNIQUE',
    '1586 ER_DUP_ENTRY_WITH_KEY_NAME',
    '1859 ER_DUP_UNKNOWN_IN_INDEX',
    // What ON UPDATE CASCADE would have made twice.
    '1761 ER_FOREIGN_DUPLICATE_KEY_WITH_CHILD_INFO',
    '1762 ER_FOREIGN_DUPLICATE_KEY_WITHOUT_CHILD_INFO',
  ],
  [REFERENCED]: [
    '1216 ER_NO_REFERENCED_ROW',
    '1217 ER_ROW_IS_REFERENCED',
    '1451 ER_ROW_IS_REFERENCED_2',
    '1452 ER_NO_REFERENCED_ROW_2',
  ],
  [REFUSED]: [
    // A value that is missing.
    '1048 ER_BAD_NULL_ERROR',
    '1364 ER_NO_DEFAULT_FOR_FIELD',
    // Out of range, too long, or cut off.
    '1264 ER_WARN_DATA_OUT_OF_RANGE',
    '1265 WARN_DATA_TRUNCATED',
    '1406 ER_DATA_TOO_LONG',
    '1690 ER_DATA_OUT_OF_RANGE',
    // Not of its type.
    '1292 ER_TRUNCATED_WRONG_VALUE',
    '1366 ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
    '1367 ER_ILLEGAL_VALUE_FOR_TYPE',
    '1411 ER_WRONG_VALUE_FOR_TYPE',
    '1416 ER_CANT_CREATE_GEOMETRY_OBJECT',
    '1441 ER_DATETIME_FUNCTION_OVERFLOW',
    '1525 ER_WRONG_VALUE',
    '3140 ER_INVALID_JSON_TEXT',
    '3141 ER_INVALID_JSON_TEXT_IN_PARAM',
    // Not in the character set.
    '1300 ER_INVALID_CHARACTER_STRING',
    '3854 ER_CANNOT_CONVERT_STRING',
    '3988 ER_IMPOSSIBLE_STRING_CONVERSION',
    // A rule for values: CHECK, WITH CHECK OPTION, a partition without a place for it.
    '1369 ER_VIEW_CHECK_FAILED',
    '1526 ER_NO_PARTITION_FOR_GIVEN_VALUE',
    '3819 ER_CHECK_CONSTRAINT_VIOLATED',
    '4025 ER_CONSTRAINT_FAILED (MariaDB)',
  ],
  [CONFLICT]: [
    // Under snapshot isolation, MariaDB says it of a row that has changed since.
    '1020 ER_CHECKREAD',
    '1205 ER_LOCK_WAIT_TIMEOUT',
    '1213 ER_LOCK_DEADLOCK',
    '1614 ER_XA_RBDEADLOCK',
    '3101 ER_TRANSACTION_ROLLBACK_DURING_COMMIT',
    '3572 ER_LOCK_NOWAIT',
  ],
  [UNAVAILABLE]: [
    // Full, or out of memory or threads.
    '1037 ER_OUTOFMEMORY',
    '1040 ER_CON_COUNT_ERROR',
    '1041 ER_OUT_OF_RESOURCES',
    '1135 ER_CANT_CREATE_THREAD',
    '1203 ER_TOO_MANY_USER_CONNECTIONS',
    '1226 ER_USER_LIMIT_REACHED',
    // Going down, or the connection is.
    '1053 ER_SERVER_SHUTDOWN',
    '1158 ER_NET_READ_ERROR',
    '1159 ER_NET_READ_INTERRUPTED',
    '1160 ER_NET_ERROR_ON_WRITE',
    '1161 ER_NET_WRITE_INTERRUPTED',
    '1927 ER_CONNECTION_KILLED (MariaDB)',
    '3169 ER_SESSION_WAS_KILLED',
    '4031 ER_CLIENT_INTERACTION_TIMEOUT',
    // A replica that has not taken over yet.
    '1290 ER_OPTION_PREVENTS_STATEMENT',
    '1836 ER_READ_ONLY_MODE',
  ],
  [TIMEOUT]: [
    '1317 ER_QUERY_INTERRUPTED',
    '1969 ER_STATEMENT_TIMEOUT (MariaDB)',
    '3024 ER_QUERY_TIMEOUT',
  ],
  [FULL]: ['1021 ER_DISK_FULL', '1114 ER_RECORD_FILE_FULL'],
  [OURS]: [
    // Statements, objects and rights: each stands next to a number above, or is often met.
    '1007 ER_DB_CREATE_EXISTS',
    '1015 ER_CANT_LOCK',
    '1038 ER_OUT_OF_SORTMEMORY',
    '1044 ER_DBACCESS_DENIED_ERROR',
    '1045 ER_ACCESS_DENIED_ERROR',
    '1046 ER_NO_DB_ERROR',
    '1047 ER_UNKNOWN_COM_ERROR',
    '1049 ER_BAD_DB_ERROR',
    '1050 ER_TABLE_EXISTS_ERROR',
    '1052 ER_NON_UNIQ_ERROR',
    '1054 ER_BAD_FIELD_ERROR',
    '1060 ER_DUP_FIELDNAME',
    '1061 ER_DUP_KEYNAME',
    '1064 ER_PARSE_ERROR',
    '1065 ER_EMPTY_QUERY',
    '1105 ER_UNKNOWN_ERROR',
    '1118 ER_TOO_BIG_ROWSIZE',
    '1130 ER_HOST_NOT_PRIVILEGED',
    '1136 ER_WRONG_VALUE_COUNT_ON_ROW',
    '1142 ER_TABLEACCESS_DENIED_ERROR',
    '1146 ER_NO_SUCH_TABLE',
    '1206 ER_LOCK_TABLE_FULL',
    '1215 ER_CANNOT_ADD_FOREIGN',
    '1227 ER_SPECIFIC_ACCESS_DENIED_ERROR',
    '1291 ER_DUPLICATED_VALUE_IN_TYPE',
    '1305 ER_SP_DOES_NOT_EXIST',
    '1365 ER_DIVISION_BY_ZERO',
    '1450 ER_FORBID_SCHEMA_CHANGE',
    '1453 ER_SP_BAD_VAR_SHADOW',
    // What the app's own procedures and triggers raise, and only the app can know.
    '1644 ER_SIGNAL_EXCEPTION',
    // The app has asked for it.
    '1792 ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
    '3025 the next after ER_QUERY_TIMEOUT',
    '3820 ER_CHECK_CONSTRAINT_REFERS_UNKNOWN_COLUMN',
    '9999 a number that nobody has defined',
  ],
};

/** The errors of the driver mariadb itself (3.5, lib/misc/errors.js). */
const MARIADB: Facts = {
  [UNAVAILABLE]: [
    '45001 ER_CONNECTION_ALREADY_CLOSED',
    '45004 ER_CMD_NOT_EXECUTED_DESTROYED',
    '45009 ER_SOCKET_UNEXPECTED_CLOSE',
    '45012 ER_CONNECTION_TIMEOUT',
    '45013 ER_CMD_CONNECTION_CLOSED',
    '45027 ER_POOL_ALREADY_CLOSED',
    '45028 ER_GET_CONNECTION_TIMEOUT',
    '45035 ER_ADD_CONNECTION_CLOSED_POOL',
    '45037 ER_CLOSING_POOL',
    '45060 ER_POOL_NOT_INITIALIZED',
    '45061 ER_POOL_NO_CONNECTION',
  ],
  [TIMEOUT]: ['45026 ER_SOCKET_TIMEOUT', '45042 ER_PING_TIMEOUT'],
  [OURS]: [
    '45003 ER_MYSQL_CHANGE_USER_BUG',
    '45011 ER_UNEXPECTED_PACKET',
    '45014 ER_CHANGE_USER_BAD_PACKET',
    '45016 ER_MISSING_PARAMETER',
    '45025 ER_AUTHENTICATION_PLUGIN_NOT_SUPPORTED',
    '45029 ER_SETTING_SESSION_ERROR',
    '45034 ER_LOCAL_INFILE_WRONG_FILENAME',
    '45036 ER_WRONG_AUTO_TIMEZONE',
    '45043 ER_BAD_PARAMETER_VALUE',
    '45046 ER_MAX_ALLOWED_PACKET',
    '45051 ER_PREPARE_CLOSED',
    '45059 ER_TLS_IDENTITY_ERROR',
    '45062 ER_SELF_SIGNED_BAD_PLUGIN',
  ],
};

let server: MysqlServer;
let connection: mysql.Connection;

beforeAll(async () => {
  server = await startMysql();
  connection = await mysql.createConnection({ host: '127.0.0.1', port: server.port });
});

afterAll(() => {
  connection.destroy();
  server.close();
});

it.each(listFacts(SERVER))('the server’s error %s, %s', async (number, _name, answer) => {
  const error = await thrownBy(() => connection.query(`fail ${number}`));
  expect(error).toMatchObject({ errno: Number(number) });
  expect(await askAnswer(error)).toBe(answer);
});

it.each(listFacts(MARIADB))('mariadb’s own error %s, %s', async (errno, code, answer) => {
  const members = { name: 'SqlError', errno: Number(errno), code, sqlState: '08S01', fatal: true };
  expect(await askAnswer(Object.assign(new Error('x'), members))).toBe(answer);
});

it('leaves no row without a fact', () => {
  const facts = listFacts(SERVER).concat(listFacts(MARIADB));
  const told = new Set(facts.filter(([, , answer]) => answer !== OURS).map(([number]) => number));
  expect([...MYSQL_ERRORS.keys()].filter((number) => !told.has(number))).toEqual([]);
});
