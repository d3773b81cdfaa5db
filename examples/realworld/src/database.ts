import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** A PostgreSQL in this process that takes connections, with nothing in it but these tables. */
export async function startDatabase(
  tables: string,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const db = await PGlite.create();
  await db.exec(tables);
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 10 });
  await server.start();
  return {
    url: `postgresql://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`,
    async stop() {
      await server.stop();
      if (!db.closed) await db.close();
    },
  };
}
