/** The libraries that the tests of each mapper ran with, and their versions: npm run docs:mapped. */
export const TESTED_VERSIONS: Readonly<Record<string, string | undefined>> = {
  ajv: 'ajv 6.15.0 8.20.0',
  arktype: 'arktype 2.2.9',
  aws: '@aws-sdk/client-dynamodb 3.1162.0',
  'body-parser':
    '@koa/bodyparser 6.1.0, body-parser 2.4.0, co-body 6.2.0, express 4.22.3 5.3.0, koa-body 8.0.1, koa-bodyparser 4.4.1, qs 6.17.1',
  boom: '@hapi/boom 10.0.1',
  busboy: '@fastify/busboy 3.2.6, @koa/multer 4.0.0, busboy 1.6.0, multer 2.5.0',
  cassandra: 'cassandra-driver 4.10.0',
  'class-validator': 'class-validator 0.15.1, routing-controllers 0.11.3',
  'co-body': '@koa/bodyparser 6.1.0, co-body 6.2.0, koa-body 8.0.1, koa-bodyparser 4.4.1',
  csrf: 'csrf-csrf 4.0.3, csurf 1.11.0',
  'driver-connections': 'knex 3.3.0, mysql2 3.24.5, pg 8.23.1, postgres 3.4.9',
  'express-jwt': 'express-jwt 8.5.1',
  'express-oauth2-jwt-bearer': 'express-oauth2-jwt-bearer 1.10.0',
  'express-openapi-validator': 'express-openapi-validator 5.6.2',
  'express-validator': 'express-validator 7.3.2',
  'file-content':
    'adm-zip 0.6.1, csv-parse 7.0.3, csv-parser 3.2.1, fflate 0.8.3, image-size 2.1.0, jpeg-js 0.4.4, jszip 3.10.2, pdf-lib 1.17.1, pngjs 7.0.0, sharp 0.35.5, tar 7.5.23, yauzl 3.4.0',
  formidable: 'formidable 3.5.4, koa-body 8.0.1',
  graphql: 'graphql 16.15.0',
  grpc: '@grpc/grpc-js 1.14.7',
  h3: 'h3 2.0.8',
  hono: 'hono 4.13.19',
  'http-errors': 'express 4.22.3 5.3.0, http-errors 2.0.1, koa 2.16.4 3.3.0',
  joi: 'joi 18.3.2',
  jose: 'jose 6.2.17',
  jsonwebtoken: 'express-jwt 8.5.1, jsonwebtoken 9.0.3, koa-jwt 4.0.4',
  kinds:
    '@clickhouse/client 1.23.1, @redis/client 6.3.1, amqplib 2.3.1, async-lock 1.5.0, async-mutex 0.5.0, bottleneck 2.19.5, cassandra-driver 4.10.0, cockatiel 3.2.1, generic-pool 3.9.0, ioredis 6.0.0, kafkajs 2.2.4, mqtt 5.16.0, nats 2.29.3, openai 6.49.0, opossum 9.0.0, p-queue 9.3.5, piscina 5.3.2, redlock 5.0.0-beta.2, tarn 3.1.2',
  'koa-jwt': 'koa-jwt 4.0.4',
  mongodb: 'mongoose 9.12.1',
  mongoose: 'mongoose 9.12.1',
  multer: '@koa/multer 4.0.0, multer 2.5.0',
  mysql: '@planetscale/database 1.20.2, knex 3.3.0, mysql2 3.24.5, sequelize 6.37.8, typeorm 1.1.1',
  neo4j: 'neo4j-driver 6.3.0',
  nest: '@nestjs/common 12.5.1',
  oauth:
    '@modelcontextprotocol/sdk 1.32.2, @node-oauth/oauth2-server 5.3.0, oauth4webapi 3.8.8, passport-oauth2 1.8.0',
  'object-mappers':
    'fast-json-patch 3.1.1, kysely 0.28.19, ldapjs 3.0.7, sequelize 6.37.8, typeorm 1.1.1',
  oracle: 'oracledb 26.0.0',
  passport: 'koa-passport 6.0.0, passport 0.7.0, passport-http-bearer 1.0.1',
  'path-encoding': '@koa/router 15.7.0, express 4.22.3 5.3.0',
  permissions: '@casl/ability 7.0.1',
  postgresql:
    '@electric-sql/pglite 0.5.16, drizzle-orm 0.45.4, knex 3.3.0, objection 3.1.5, pg 8.23.1, postgres 3.4.9, sequelize 6.37.8, typeorm 1.1.1',
  postgrest: '@supabase/postgrest-js 2.109.0',
  prisma: '@prisma/client 7.10.0',
  'rate-limiter-flexible': 'rate-limiter-flexible 11.4.0',
  redis: '@redis/client 6.3.1, ioredis 6.0.0',
  sequelize: 'sequelize 6.37.8',
  signatures:
    '@node-saml/node-saml 5.1.0, @octokit/webhooks 14.2.0, @simplewebauthn/server 14.0.3, standardwebhooks 1.1.1, stripe 23.1.0',
  smtp: 'basic-ftp 6.2.6, nodemailer 10.6.1',
  'sql-server': 'mssql 12.7.14, typeorm 1.1.1',
  sqlite: '@libsql/client 0.18.0, drizzle-orm 0.45.4, sql.js 1.16.0',
  'standard-schema': '@standard-schema/utils 0.3.0',
  'stated-elsewhere':
    '@auth/core 0.41.3, @directus/errors 2.5.2, @feathersjs/errors 5.0.50, @loopback/repository 8.0.15, @orpc/server 1.16.1, @trpc/server 11.25.2, @tsed/exceptions 8.38.8, better-auth 1.7.25, moleculer 0.14.36, restify-errors 8.1.0, routing-controllers 0.11.3',
  system: '@libsql/client 0.18.0, amqplib 2.3.1, ioredis 6.0.0, mysql2 3.24.5, pg 8.23.1',
  'token-verifiers':
    '@clerk/backend 3.25.0, @hapi/jwt 3.2.4, @supabase/auth-js 2.109.0, aws-jwt-verify 5.2.1, fast-jwt 6.3.6, firebase-admin 13.10.0, google-auth-library 10.9.1, jwks-rsa 3.2.2, jwt-decode 4.0.0, jwt-simple 0.5.6',
  upstream:
    '@ai-sdk/openai 3.0.141, @elastic/elasticsearch 9.5.1, @hapi/wreck 18.1.2, @mistralai/mistralai 2.7.0, @notionhq/client 5.26.0, @octokit/request 10.0.16, ai 6.0.326, axios 1.21.1, gaxios 7.3.1, got 14.6.6, grammy 1.46.0, ky 1.14.3, needle 3.5.0, node-fetch 3.3.2, ofetch 1.5.1, openai 6.49.0, resend 6.38.0, stripe 23.1.0, superagent 10.4.2, twilio 6.2.0, typesense 3.1.0, undici 7.30.2, web-push 3.6.7',
  valibot: 'valibot 1.5.0',
  'validation-lists':
    '@badrap/valita 0.4.6, @sinclair/typebox 0.34.52, @tsoa/runtime 6.6.0, @vinejs/vine 4.4.0, celebrate 16.0.0, elysia 1.4.30, express-json-validator-middleware 3.0.1, express-validation 4.1.1, fastest-validator 1.19.1, io-ts 2.2.22, jsonschema 1.5.0, moleculer 0.14.36, objection 3.1.5, parameter 3.7.0, superstruct 2.0.2, tv4 1.3.0, typebox 1.4.3, typia 14.0.6',
  'validation-trees': 'effect 3.22.4 4.1.0, runtypes 7.0.5',
  yup: 'yup 0.26.10 1.7.1',
  zlib: 'body-parser 2.4.0',
  zod: 'zod 4.6.7, zod-validation-error 5.0.0',
};
