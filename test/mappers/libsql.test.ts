import { type Client, createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { closedPort } from './bad-upstream.js';
import { explain } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

let client: Client;

beforeAll(async () => {
  client = createClient({ url: ':memory:' });
  await client.executeMultiple(`
    create table parent (id int primary key);
    create table child (
      id int primary key,
      name text unique check (name <> 'bad'),
      parent int not null references parent on delete restrict
    );
    create trigger few before insert on child when new.id > 9
      begin select raise(abort, 'no more than nine'); end;
    insert into parent values (1);
    insert into child values (1, 'a', 1);`);
});

afterAll(() => {
  client.close();
});

const STATEMENTS: readonly (readonly [what: string, statement: string, expected: string])[] = [
  ['a primary key twice', "insert into child values (1, 'b', 1)", '409 already_exists'],
  ['a unique value twice', "insert into child values (2, 'a', 1)", '409 already_exists'],
  ['a reference to nothing', "insert into child values (2, 'b', 7)", '409 still_referenced'],
  // SQLite carries RESTRICT out as a trigger, and says so.
  ['a parent with children', 'delete from parent', '409 still_referenced'],
  ['a missing value', "insert into child values (2, 'b', null)", '422 value_not_accepted'],
  ['a check that fails', "insert into child values (2, 'bad', 1)", '422 value_not_accepted'],
  ['a trigger’s refusal', "insert into child values (10, 'b', 1)", '422 value_not_accepted'],
  ['a syntax error', 'selec', '500 database_failed'],
];

it.each(STATEMENTS)('@libsql/client refuses %s', async (_what, statement, expected) => {
  const { error, mapper } = await explain(() => client.execute(statement));
  expect(`${error.status} ${String(error.code)} by ${String(mapper)}`).toBe(
    `${expected} by sqlite`,
  );
});

it('@libsql/client finds no server', async () => {
  const url = `http://127.0.0.1:${await closedPort()}`;
  const served = await FRAMEWORKS[0].throwing(() => createClient({ url }).execute('select 1'));
  const { status, problem, headers } = await ask(served.url);
  await served.close();
  expect([status, problem.code]).toEqual([503, 'dependency_unavailable']);
  expect(headers.get('Retry-After')).toBe('5');
});

it.each(STATEMENTS)('Drizzle on it refuses %s', async (_what, statement, expected) => {
  const { error, through } = await explain(() => drizzle(client).run(sql.raw(statement)));
  expect([...through, `${error.status} ${String(error.code)}`]).toEqual(['cause', expected]);
});
