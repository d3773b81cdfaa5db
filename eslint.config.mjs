import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { ROOMS } from './scripts/rooms.mjs';

const NODE = ['node:.*', ...builtinModules];
const EXPRESS = ['express', '@faultless/express'];
const KOA = ['koa', '@koa/.*', '@faultless/koa'];
const INTERNALS = ['.*/(?:src|dist)'];

/** Which modules a package must not import, so that dependencies point one way. */
const BOUNDARIES = {
  core: [...NODE, ...EXPRESS, ...KOA, '@faultless/.*'],
  node: [...EXPRESS, ...KOA],
  express: KOA,
  koa: EXPRESS,
  dev: [...EXPRESS, ...KOA],
  client: [...NODE, ...EXPRESS, ...KOA, '@faultless/.*'],
  'locale-ar': [...NODE, ...EXPRESS, ...KOA],
  problems: [...NODE, ...EXPRESS, ...KOA, '@faultless/(?!core(?:/(?:adapter|statuses))?$).*'],
  report: [...EXPRESS, ...KOA, '@faultless/(?!core/adapter$).*'],
  testing: [...EXPRESS, ...KOA, '@faultless/(?!core(?:/statuses)?$).*'],
};

function boundaryOf(name) {
  const regex = `^(?:${[...BOUNDARIES[name], ...INTERNALS].join('|')})(?:/|$)`;
  return { regex, message: `@faultless/${name} must not know this module.` };
}

function guardBoundary(name) {
  const { regex, message } = boundaryOf(name);
  const selector = `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`;
  return {
    files: [`packages/${name}/src/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
      'no-restricted-syntax': ['error', { selector, message }],
    },
  };
}

/** A rule replaces another of its name, so a room's keeps its package's boundary too. */
function guardRoom(name, room, above) {
  const message = `${room}/ must not know what is above it, nor the files beside the rooms.`;
  const regex = `^(?:\\.\\./)+(?:(?:${above.join('|') || '(?!)'})/|(?:adapter|index|respond|statuses)\\.js$)`;
  return {
    files: [`packages/${name}/src/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [boundaryOf(name), { regex, message }] }],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/generated/',
      'docs-site/.vitepress/',
      'coverage/',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.d.ts',
      '**/*.d.mts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-spread': 'off',
      // Requests, errors and sockets are known by their shape: instanceof is not identity.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // Hostile values, and functions that are async for what they stand for, are what tests are made of.
    files: ['test/**/*.ts', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // What a test runner's `expect` has is an interface of its, to which nothing else can be added.
    files: ['packages/testing/src/{jest,vitest}.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-namespace': 'off',
    },
  },
  ...Object.keys(BOUNDARIES).map(guardBoundary),
  ...Object.entries(ROOMS).flatMap(([name, rooms]) =>
    rooms.map((room, at) => guardRoom(name, room, rooms.slice(at + 1))),
  ),
);
