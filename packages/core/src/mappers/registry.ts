import { bodyParser } from './bodies/body-parser.js';
import { busboy } from './bodies/busboy.js';
import { coBody } from './bodies/co-body.js';
import { fileContent } from './bodies/file-content.js';
import { formidable } from './bodies/formidable.js';
import { multer } from './bodies/multer.js';
import { pathEncoding } from './bodies/path-encoding.js';
import { zlib } from './bodies/zlib.js';
import type { BuiltInMapper, BuiltInMappers } from './built-in-mapper.js';
import { builtInRules } from './built-in-rules.js';
import { cassandra } from './databases/cassandra.js';
import { driverConnections } from './databases/driver-connections.js';
import { mongodb } from './databases/mongodb.js';
import { mysql } from './databases/mysql.js';
import { neo4j } from './databases/neo4j.js';
import { objectMappers } from './databases/object-mappers.js';
import { oracle } from './databases/oracle.js';
import { postgresql } from './databases/postgresql.js';
import { postgrest } from './databases/postgrest.js';
import { prisma } from './databases/prisma.js';
import { redis } from './databases/redis.js';
import { sqlServer } from './databases/sql-server.js';
import { sqlite } from './databases/sqlite.js';
import { boom } from './frameworks/boom.js';
import { graphql } from './frameworks/graphql.js';
import { h3 } from './frameworks/h3.js';
import { hono } from './frameworks/hono.js';
import { nest } from './frameworks/nest.js';
import { statedElsewhere } from './frameworks/stated-elsewhere.js';
import { httpErrors } from './http-errors.js';
import { kinds } from './kinds/kinds.js';
import { rateLimiterFlexible } from './kinds/rate-limiter-flexible.js';
import { indexMappers } from './mapper-index.js';
import { aws } from './services/aws.js';
import { deadline } from './services/deadline.js';
import { grpc } from './services/grpc.js';
import { smtp } from './services/smtp.js';
import { system } from './services/system.js';
import { upstream } from './services/upstream.js';
import { csrf } from './tokens/csrf.js';
import { expressJwt } from './tokens/express-jwt.js';
import { expressOauth2JwtBearer } from './tokens/express-oauth2-jwt-bearer.js';
import { jose } from './tokens/jose.js';
import { jsonwebtoken } from './tokens/jsonwebtoken.js';
import { koaJwt } from './tokens/koa-jwt.js';
import { oauth } from './tokens/oauth.js';
import { passport } from './tokens/passport.js';
import { permissions } from './tokens/permissions.js';
import { signatures } from './tokens/signatures.js';
import { tokenVerifiers } from './tokens/token-verifiers.js';
import { ajv } from './validation/ajv.js';
import { arktype } from './validation/arktype.js';
import { classValidator } from './validation/class-validator.js';
import { expressOpenapiValidator } from './validation/express-openapi-validator.js';
import { expressValidator } from './validation/express-validator.js';
import { joi } from './validation/joi.js';
import { listed } from './validation/listed.js';
import { mongoose } from './validation/mongoose.js';
import { sequelize } from './validation/sequelize.js';
import { standardSchema } from './validation/standard-schema.js';
import { trees } from './validation/trees.js';
import { valibot } from './validation/valibot.js';
import { yup } from './validation/yup.js';
import { zod } from './validation/zod.js';

const REGISTERED = [
  // Bodies and paths
  bodyParser,
  coBody,
  zlib,
  multer,
  busboy,
  formidable,
  pathEncoding,
  fileContent,
  // Validation
  zod,
  valibot,
  arktype,
  joi,
  yup,
  classValidator,
  expressValidator,
  expressOpenapiValidator,
  ajv,
  mongoose,
  sequelize,
  trees,
  listed,
  standardSchema,
  // Credentials
  expressJwt,
  koaJwt,
  expressOauth2JwtBearer,
  jsonwebtoken,
  jose,
  tokenVerifiers,
  oauth,
  passport,
  permissions,
  signatures,
  csrf,
  // Databases
  postgresql,
  mysql,
  sqlite,
  sqlServer,
  oracle,
  mongodb,
  redis,
  cassandra,
  neo4j,
  prisma,
  postgrest,
  objectMappers,
  driverConnections,
  // Frameworks
  boom,
  nest,
  h3,
  hono,
  graphql,
  statedElsewhere,
  // Other services, and the system below
  grpc,
  aws,
  smtp,
  rateLimiterFlexible,
  upstream,
  system,
  deadline,
  // Whatever is left
  httpErrors,
  kinds,
] as const;

/**
 * The built-in mappers in the order in which they are asked: what a library says of itself before
 * what many share, and last whatever states a status of its own.
 */
export const BUILT_IN_MAPPERS: BuiltInMappers = {
  list: REGISTERED,
  index: indexMappers,
  rules: builtInRules,
};

type Registered = (typeof REGISTERED)[number];

/** The name of a built-in mapper. */
export type MapperName = Registered['name'];

/** A stable `code` of a mapped answer. */
export type MappedCode = CodeOf<Registered>;

type CodeOf<Each> = Each extends BuiltInMapper<string, infer Code> ? Code : never;
