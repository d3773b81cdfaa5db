import { Application, Comment } from 'typedoc';

const ADAPTED = 'Exports all of `@faultless/core` too.';

/** What applications import, core first: the adapters export it, and it is described there. */
const ENTRIES = [
  ['core/src/index', '@faultless/core', 'Errors, options, formats, languages, mappers.'],
  ['core/src/adapter', '@faultless/core/adapter', 'What an adapter is made of.'],
  ['core/src/statuses', '@faultless/core/statuses', 'The catalogue of statuses.'],
  ['node/src/index', '@faultless/node', ADAPTED],
  ['node/src/adapter', '@faultless/node/adapter', 'What adapters on `node:http` share.'],
  ['express/src/index', '@faultless/express', ADAPTED],
  ['koa/src/index', '@faultless/koa', ADAPTED],
  ['locale-ar/src/index', '@faultless/locale-ar', 'Arabic.'],
  ['dev/src/index', '@faultless/dev', "The developer's page."],
  ['report/src/index', '@faultless/report', 'What the operator gets of each error.'],
  ['testing/src/index', '@faultless/testing', 'Matchers for jest and vitest.'],
  ['client/src/index', '@faultless/client', 'Problems as typed errors, and when to try again.'],
  ['problems/src/index', '@faultless/problems', 'Problem types, written once.'],
  ['problems/src/built-in', '@faultless/problems/built-in', 'What Faultless sends of itself.'],
  ['problems/src/openapi', '@faultless/problems/openapi', 'Problems in an OpenAPI document.'],
  ['problems/src/pages', '@faultless/problems/pages', 'Pages at the URIs of problem types.'],
  ['problems/src/registered', '@faultless/problems/registered', 'Registered problem types.'],
  ['problems/src/acme', '@faultless/problems/acme', 'Errors of ACME servers.'],
  ['problems/src/jmap', '@faultless/problems/jmap', 'Errors of JMAP servers.'],
  ['problems/src/drafts', '@faultless/problems/drafts', "Internet-Drafts' problem types."],
];

/** Writes the reference from the docstrings. */
export async function writeReference(folder) {
  const application = await Application.bootstrapWithPlugins({
    name: 'Reference',
    entryPoints: ENTRIES.map(([path]) => `packages/${path}.ts`),
    sortEntryPoints: false,
    tsconfig: 'docs-site/tsconfig.json',
    plugin: ['typedoc-plugin-markdown'],
    outputs: [{ name: 'markdown', path: folder }],
    // The compiler has had its say.
    skipErrorChecking: true,
    readme: 'none',
    excludeExternals: true,
    excludeReferences: true,
    disableSources: true,
    entryFileName: 'index',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    indexFormat: 'table',
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    treatWarningsAsErrors: true,
    logLevel: 'Warn',
  });
  const project = await application.convert();
  if (project === undefined) throw new Error('The reference can not be written.');
  for (const [index, [, name, says]] of ENTRIES.entries()) {
    const module = project.children[index];
    module.name = name;
    module.comment = new Comment([{ kind: 'text', text: says }]);
  }
  await application.generateOutputs(project);
  if (application.logger.hasErrors()) throw new Error('The reference has errors.');
}
