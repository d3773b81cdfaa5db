import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { NODES } from '../../scripts/nodes.mjs';

interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps?: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Form {
  readonly body: readonly { readonly id?: string; readonly validations?: { required: boolean } }[];
}

interface UpdateRules {
  readonly updates: readonly {
    readonly groups: Readonly<Record<string, { readonly 'update-types': readonly string[] }>>;
  }[];
}

interface Manifest {
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
}

const FILES = readdirSync('.github', { recursive: true, encoding: 'utf8' });
const WORKFLOWS = FILES.filter((file) => /^workflows\/./.test(file));
const PACKAGES = [
  '.',
  ...[
    'core',
    'node',
    'express',
    'koa',
    'client',
    'dev',
    'locale-ar',
    'problems',
    'report',
    'testing',
    'cli',
  ].map((name) => `packages/${name}`),
];

const readYaml = (file: string): unknown => parse(readFileSync(`.github/${file}`, 'utf8'));
const readJobs = (file: string) => Object.values((readYaml(file) as Workflow).jobs);
const readManifest = (folder: string) =>
  JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
const { scripts } = readManifest('.');

/** The scripts of package.json that a text runs. */
const findScripts = (text: string): string[] =>
  Array.from(
    text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g),
    ([, named, short]) => named ?? String(short),
  );

describe.each(FILES.filter((file) => file.endsWith('.yml')))('.github/%s', (file) => {
  it('is YAML', () => {
    expect(Object.keys(readYaml(file) as object).length).toBeGreaterThan(1);
  });
});

describe.each(WORKFLOWS)('.github/%s', (file) => {
  const jobs = readJobs(file);
  const steps = jobs.flatMap((job) => job.steps ?? []);

  it('runs scripts that there are', () => {
    const run = steps.flatMap((step) => findScripts(step.run ?? ''));
    expect(run).toContain('release:check');
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('pins every action to a commit, and says which version that is', () => {
    const text = readFileSync(`.github/${file}`, 'utf8');
    const used = Array.from(text.matchAll(/uses: (\w.*)/g), ([, action]) => action);
    expect(used).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    for (const action of used) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may write nothing but the proof of where a package comes from', () => {
    const { permissions } = readYaml(file) as Workflow;
    expect(permissions).toBeDefined();
    const granted = [permissions, ...jobs.map((job) => job.permissions)]
      .flatMap((each) => Object.entries(each ?? {}))
      .filter(([, level]) => level !== 'read');
    expect(granted).toEqual(file === 'workflows/release.yml' ? [['id-token', 'write']] : []);
  });
});

describe('the workflows', () => {
  it('run what a developer runs, for a change and before a release', () => {
    const run = readJobs('workflows/ci.yml').flatMap(({ steps = [] }) =>
      steps.map((step) => step.run),
    );
    expect(run).toContain('npm test');
    expect(readJobs('workflows/release.yml').map(({ uses }) => uses)).toContain(
      './.github/workflows/ci.yml',
    );
  });
});

describe('the Nodes', () => {
  const [matrix] = readJobs('workflows/ci.yml').flatMap(({ strategy }) => strategy?.matrix ?? []);
  const nodes = matrix?.node ?? [];

  it('that run all tests are those that docs/versioning.md names, and load the packed packages', () => {
    const [, named = ''] =
      /^Tested are Node ([\d, and]+)\./m.exec(readFileSync('docs/versioning.md', 'utf8')) ?? [];
    expect(named.match(/\d+/g)?.map(Number)).toEqual(nodes);
    const loading = new Set(NODES.map(([version]) => Number.parseInt(version, 10)));
    expect([...loading].sort((a, b) => a - b)).toEqual(nodes);
  });

  it('start with that of .nvmrc, the lowest that any package takes', () => {
    expect(readFileSync('.nvmrc', 'utf8')).toBe(`${String(nodes[0])}\n`);
    const lowest = PACKAGES.map((folder) => readManifest(folder).engines.node);
    expect(new Set(lowest)).toEqual(new Set([`>=${NODES[0]?.[0] ?? ''}`]));
    expect(lowest[0]).toMatch(new RegExp(`^>=${String(nodes[0])}\\.`));
  });
});

describe('the form for a bug', () => {
  it('asks for the thrown value and the raw answer', () => {
    const { body } = readYaml('ISSUE_TEMPLATE/bug.yml') as Form;
    const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    expect(required).toEqual(expect.arrayContaining(['thrown', 'answer', 'versions']));
  });
});

describe('the rules for updates', () => {
  it('group what should break nothing, and leave each major apart', () => {
    const { updates } = readYaml('dependabot.yml') as UpdateRules;
    const grouped = updates.flatMap(({ groups }) =>
      Object.values(groups).map((group) => group['update-types']),
    );
    expect(grouped).toEqual(updates.map(() => ['minor', 'patch']));
  });
});

describe('what newcomers read', () => {
  it.each(['CONTRIBUTING.md', 'README.md', '.github/pull_request_template.md'])(
    '%s names scripts that there are',
    (file) => {
      const named = findScripts(readFileSync(file, 'utf8'));
      expect(named).toContain('test');
      expect(named.filter((script) => !(script in scripts))).toEqual([]);
    },
  );
});
