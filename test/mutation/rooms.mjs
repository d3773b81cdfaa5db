const CORE = 'packages/core/src';

/** A room's name, and the paths that it is made of. Those of core don't know the server. */
export const ROOMS = {
  policy: [`${CORE}/policy/`],
  headers: [`${CORE}/headers/`],
  challenges: [`${CORE}/challenges/`],
  negotiation: [`${CORE}/negotiation/`],
  exposure: [`${CORE}/exposure/`],
  renderers: [`${CORE}/renderers/`],
  respond: [`${CORE}/respond.ts`],
  errors: [`${CORE}/errors/`],
  options: [`${CORE}/options/`],
  reporting: [`${CORE}/reporting/`],
  values: [`${CORE}/values/`, `${CORE}/caching/`],
  locales: [`${CORE}/locales/`],
  mappers: [`${CORE}/mappers/`],
  statuses: [`${CORE}/statuses/`],
  node: ['packages/node/src/'],
  express: ['packages/express/src/'],
  koa: ['packages/koa/src/'],
};

/** Tests of what is built, of time, of browsers: they see no mutant, or take too long to ask. */
export const LEFT_OUT = [
  'test/packaging/',
  'test/docs/',
  'test/examples/',
  'test/clients/',
  'test/server/load',
  'test/server/cluster',
  'test/mutation/mutation',
  'packages/cli/',
  'packages/benchmarks/',
];

export function isOfCore(path) {
  return path.startsWith(CORE);
}
