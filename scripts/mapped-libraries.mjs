/**
 * The packages whose errors each mapper takes, as npm calls them, and what Node and runtimes bring. Those
 * with a `+` pass errors on that the mapper knows, and no test throws one through them.
 */
const BY_MAPPER = {
  'body-parser': 'express body-parser raw-body koa-bodyparser @koa/bodyparser co-body koa-body qs',
  'co-body': 'co-body koa-bodyparser @koa/bodyparser koa-body',
  zlib: 'node:zlib body-parser +co-body +koa-body +koa-bodyparser +@koa/bodyparser',
  multer: 'multer @koa/multer',
  busboy: 'busboy multer @koa/multer @fastify/busboy',
  formidable: 'formidable koa-body',
  'path-encoding': 'express @koa/router',
  'file-content':
    'sharp image-size jimp pngjs jpeg-js adm-zip jszip +exceljs +mammoth yauzl unzipper pdf-lib pdf-parse csv-parse csv-parser fflate tar',
  zod: 'zod zod-validation-error',
  valibot: 'valibot',
  arktype: 'arktype',
  joi: 'joi',
  yup: 'yup',
  'class-validator': 'class-validator routing-controllers',
  'express-validator': 'express-validator',
  'express-openapi-validator': 'express-openapi-validator',
  ajv: 'ajv',
  mongoose: 'mongoose',
  sequelize: 'sequelize',
  'validation-trees': 'runtypes effect',
  'validation-lists':
    'celebrate express-validation express-json-validator-middleware fastify superstruct @sinclair/typebox typebox elysia objection @vinejs/vine @tsoa/runtime moleculer @loopback/rest jsonschema fastest-validator parameter validate.js typia io-ts @badrap/valita tv4 openapi-request-validator',
  'standard-schema': '@standard-schema/utils',
  'express-jwt': 'express-jwt',
  'koa-jwt': 'koa-jwt',
  'express-oauth2-jwt-bearer': 'express-oauth2-jwt-bearer',
  jsonwebtoken: 'jsonwebtoken express-jwt koa-jwt',
  jose: 'jose',
  'token-verifiers':
    'fast-jwt firebase-admin aws-jwt-verify google-auth-library jwks-rsa @clerk/backend @supabase/auth-js @hapi/jwt jwt-simple jwt-decode',
  oauth: '@modelcontextprotocol/sdk @node-oauth/oauth2-server oauth4webapi passport-oauth2',
  passport: 'passport koa-passport passport-http-bearer',
  permissions: '@casl/ability',
  signatures:
    'stripe svix standardwebhooks @slack/bolt @line/bot-sdk @node-saml/node-saml @octokit/webhooks @simplewebauthn/server',
  csrf: 'csurf csrf-csrf csrf-sync lusca',
  postgresql: 'pg postgres @electric-sql/pglite knex drizzle-orm objection typeorm sequelize',
  mysql: 'mysql mysql2 mariadb knex +drizzle-orm typeorm sequelize @planetscale/database',
  sqlite:
    'node:sqlite better-sqlite3 sqlite3 @libsql/client sql.js drizzle-orm +knex +typeorm +sequelize',
  'sql-server': 'mssql tedious typeorm +knex +sequelize +@mikro-orm/core',
  oracle: 'oracledb +knex +typeorm +sequelize +@mikro-orm/core',
  mongodb: 'mongodb mongoose',
  redis: 'ioredis redis @redis/client iovalkey @upstash/redis +bullmq +keyv',
  cassandra: 'cassandra-driver',
  neo4j: 'neo4j-driver',
  prisma: '@prisma/client',
  postgrest: '@supabase/supabase-js @supabase/postgrest-js',
  'object-mappers':
    'sequelize typeorm @mikro-orm/core kysely slonik pg-promise fast-json-patch ldapjs',
  'driver-connections': 'pg postgres mysql mysql2 knex',
  boom: '@hapi/boom',
  nest: '@nestjs/common',
  h3: 'h3 nitro',
  hono: 'hono',
  graphql: 'graphql +@apollo/server +graphql-yoga +mercurius',
  'stated-elsewhere':
    '@trpc/server better-auth @feathersjs/errors routing-controllers restify-errors @orpc/server @tsed/exceptions @directus/errors moleculer @loopback/repository @auth/core',
  grpc: '@grpc/grpc-js @connectrpc/connect',
  aws: '@aws-sdk/client-dynamodb',
  smtp: 'nodemailer basic-ftp',
  'rate-limiter-flexible': 'rate-limiter-flexible',
  upstream:
    'fetch node:http undici axios got ky ofetch node-fetch superagent needle gaxios @hapi/wreck openai stripe ai @ai-sdk/openai @elastic/elasticsearch @mistralai/mistralai @notionhq/client @octokit/request resend twilio web-push grammy typesense',
  deadline: 'AbortSignal',
  system: 'node:fs node:net @libsql/client pg mysql2 ioredis amqplib',
  'http-errors': 'http-errors koa express',
  kinds:
    'ioredis redis @redis/client kafkajs nats amqplib mqtt cassandra-driver opossum cockatiel bottleneck async-mutex redlock generic-pool tarn piscina p-queue openai @clickhouse/client async-lock',
};

/** What they throw holds the error that it is about. */
const WRAPPERS = new Set(['verror']);

/** What Node brings is tested with every Node that is supported. */
const OF_NODE = /^(?:node:.+|AbortSignal|fetch)$/;

/** Tested as a part of another, or by its name there. */
const VIA = {
  '@supabase/supabase-js': '@supabase/auth-js and @supabase/postgrest-js',
  mongodb: 'mongoose',
  'raw-body': 'body-parser',
  redis: '@redis/client',
  tedious: 'mssql',
};

/** What people call them, where that is not the package's name. */
const PRODUCTS = {
  '@apollo/server': 'Apollo Server',
  '@aws-sdk/client-dynamodb': 'AWS SDK for JavaScript v3, of which this client was tried',
  '@casl/ability': 'CASL',
  '@connectrpc/connect': 'Connect',
  '@elastic/elasticsearch': 'Elasticsearch',
  '@electric-sql/pglite': 'PGlite',
  '@grpc/grpc-js': 'gRPC',
  '@libsql/client': 'libSQL, Turso',
  '@loopback/repository': 'LoopBack',
  '@loopback/rest': 'LoopBack',
  '@mikro-orm/core': 'MikroORM',
  '@modelcontextprotocol/sdk': 'MCP, its OAuth errors',
  '@nestjs/common': 'Nest, NestJS',
  '@orpc/server': 'oRPC',
  '@prisma/client': 'Prisma Client',
  '@redis/client': 'node-redis',
  '@sinclair/typebox': 'TypeBox before 1.0',
  '@supabase/auth-js': 'Supabase Auth',
  '@supabase/postgrest-js': 'Supabase, PostgREST',
  '@supabase/supabase-js': 'Supabase',
  '@trpc/server': 'tRPC',
  '@tsed/exceptions': 'Ts.ED',
  '@tsoa/runtime': 'tsoa',
  '@vinejs/vine': 'VineJS',
  ai: 'Vercel AI SDK',
  'drizzle-orm': 'Drizzle',
  effect: 'Effect Schema',
  'neo4j-driver': 'Neo4j',
  pg: 'node-postgres',
  postgres: 'postgres.js',
  redis: 'node-redis',
  typebox: 'TypeBox from 1.0 on',
};

/** Every library that is known, by name, with the mappers that take its errors and what was tested. */
export function listLibraries(tested) {
  const versions = new Map(tested.map(({ name, versions: each }) => [name, each]));
  const mappers = new Map([...versions.keys()].map((name) => [name, []]));
  for (const [mapper, names] of Object.entries(BY_MAPPER)) {
    for (const name of names.split(' ')) {
      const library = name.replace(/^\+/, '');
      mappers.set(library, [...(mappers.get(library) ?? []), { mapper, tried: name === library }]);
    }
  }
  return [...mappers]
    .map(([name, by]) => ({
      name,
      product: WRAPPERS.has(name) ? 'What its errors wrap is looked into' : PRODUCTS[name],
      mappers: by,
      versions: versions.get(name) ?? [],
      tested: describeTests(name, versions.get(name)),
    }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function describeTests(name, versions) {
  if (versions !== undefined) return `Tested: ${versions.join(', ')}.`;
  if (OF_NODE.test(name)) return 'Part of Node.js, and tested with each version that is supported.';
  return VIA[name] === undefined ? 'No version tested.' : `Tested through ${VIA[name]}.`;
}

/** What `explainMapping` tells: by mapper, the libraries that were tested, with their versions. */
export function listTestedByMapper(libraries) {
  const tested = new Map();
  for (const { name, mappers, versions } of libraries) {
    for (const { mapper, tried } of versions.length > 0 ? mappers : []) {
      if (!tried) continue;
      tested.set(mapper, [...(tested.get(mapper) ?? []), `${name} ${versions.join(' ')}`]);
    }
  }
  return Object.fromEntries(
    [...tested].sort().map(([mapper, names]) => [mapper, names.join(', ')]),
  );
}
