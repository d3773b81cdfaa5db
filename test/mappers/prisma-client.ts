import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** As much of a generated client as the tests call. */
export interface PrismaClient {
  readonly parent: Record<'create' | 'update' | 'findUniqueOrThrow', (query: object) => unknown>;
  readonly child: Record<'create', (query: object) => unknown>;
  $executeRawUnsafe(statement: string): Promise<unknown>;
  $transaction(
    run: (client: PrismaClient) => Promise<unknown>,
    limits?: { timeout?: number; maxWait?: number },
  ): Promise<unknown>;
  $disconnect(): Promise<void>;
}

export const PRISMA_TABLES = `
  create table "Parent" (id int primary key check (id <> 66), mail varchar(5) unique);
  create table "Child" (id int primary key, "parentId" int not null references "Parent");
  insert into "Parent" values (1, 'a');`;

const SCHEMA = `
  datasource db {
    provider = "postgresql"
  }
  model Parent {
    id       Int     @id
    mail     String? @unique @db.VarChar(5)
    children Child[]
  }
  model Child {
    id       Int    @id
    parentId Int
    parent   Parent @relation(fields: [parentId], references: [id])
  }`;

const scalar = (name: string, type: string) => ({ name, kind: 'scalar', type });
const relation = (name: string, type: string) => ({
  name,
  kind: 'object',
  type,
  relationName: 'ChildToParent',
});

/** What `prisma generate` reads from the schema. */
const MODELS = {
  Parent: [scalar('id', 'Int'), scalar('mail', 'String'), relation('children', 'Child')],
  Child: [scalar('id', 'Int'), scalar('parentId', 'Int'), relation('parent', 'Parent')],
};

/** The types of Node 20 leave it out. */
const { compile } = (
  globalThis as unknown as { WebAssembly: { compile(code: Buffer): Promise<object> } }
).WebAssembly;

const load = createRequire(import.meta.url);
const COMPILER = '@prisma/client/runtime/query_compiler_small_bg.postgresql';

interface Runtime {
  getPrismaClient(config: object): new (options: object) => PrismaClient;
}

/**
 * Makes Prisma's real client without its generator, whose result is this configuration, on a database
 * in this process.
 */
export function createPrismaClient(database: PGlite): PrismaClient {
  const { getPrismaClient } = load('@prisma/client/runtime/client') as Runtime;
  const { version } = load('@prisma/client/package.json') as { version: string };
  const Client = getPrismaClient({
    clientVersion: version,
    engineVersion: version,
    activeProvider: 'postgresql',
    previewFeatures: [],
    inlineSchema: SCHEMA,
    runtimeDataModel: {
      models: Object.fromEntries(
        Object.entries(MODELS).map(([name, fields]) => [name, { fields, dbName: null }]),
      ),
      enums: {},
      types: {},
    },
    // Queries whose plan is kept: none.
    parameterizationSchema: { strings: [], graph: Buffer.alloc(64).toString('base64') },
    compilerWasm: {
      importName: './query_compiler_small_bg.js',
      getRuntime: () => Promise.resolve(load(`${COMPILER}.js`)),
      getQueryCompilerWasmModule: () => {
        const { wasm } = load(`${COMPILER}.wasm-base64.js`) as { wasm: string };
        return compile(Buffer.from(wasm, 'base64'));
      },
    },
  });
  return new Client({ adapter: new PrismaPGlite(database) });
}
