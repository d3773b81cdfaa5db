import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

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
};

function guardBoundary([name, modules]) {
  const regex = `^(?:${[...modules, ...INTERNALS].join('|')})(?:/|$)`;
  const message = `@faultless/${name} must not know this module.`;
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

export default tseslint.config(
  { ignores: ['**/dist/', 'coverage/', '**/*.mjs', '**/*.cjs', '**/*.d.ts', '**/*.d.mts'] },
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
    },
  },
  ...Object.entries(BOUNDARIES).map(guardBoundary),
);
