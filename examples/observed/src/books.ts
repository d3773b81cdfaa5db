import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { Forbidden, NotFound } from '@faultless/express';

const database = new PGlite();
await database.exec("create table books (isbn text primary key); insert into books values ('7')");

/** No tool may hear of it. */
export const TOKEN = `sk-${randomUUID()}`;

/** Tells when a request has come to `wait`, and when it has failed. */
export const arrivals = new EventEmitter();

/** What the handlers of both applications do; each fails in a way of its own. */
export const books = {
  async find(isbn: string): Promise<unknown> {
    const { rows } = await database.query('select isbn from books where isbn = $1', [isbn]);
    if (rows.length === 0) throw new NotFound('There is no such book.');
    return rows[0];
  },
  async add(isbn: string): Promise<void> {
    await database.query('insert into books values ($1)', [isbn]);
  },
  price(isbn: string): never {
    throw new TypeError(`no price for ${isbn}: the shop refused Bearer ${TOKEN}`);
  },
  minutes(): never {
    throw new Forbidden('Only for the board.', { conceal: true });
  },
  export(): Readable {
    return Readable.from(
      (async function* () {
        yield 'isbn\n';
        // The first line has left.
        await turn();
        throw new Error('The disk is gone.');
      })(),
    );
  },
  async wait(response: ServerResponse): Promise<never> {
    const closed = once(response, 'close');
    arrivals.emit('arrived');
    await closed;
    setImmediate(() => arrivals.emit('left'));
    throw new DOMException('Nobody waits for it.', 'AbortError');
  },
};
