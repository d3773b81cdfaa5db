const PUBLISHED = [
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
].map((name) => `./packages/${name}/src/`);

/** Run by tests in processes of their own, which are not counted. */
const ELSEWHERE = ['!packages/report/src/opentelemetry.ts', '!packages/testing/src/vitest.ts'];

export default {
  roots: ['<rootDir>/packages', '<rootDir>/test', '<rootDir>/examples'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@faultless/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@faultless/([a-z-]+)/([a-z-]+)$': '<rootDir>/packages/$1/src/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['ts-jest', { useESM: true, transpilation: true }],
  },
  // Reached only when a test hangs. Where building or waiting is the subject, a file has its own.
  testTimeout: 20_000,
  maxWorkers: '100%',
  coverageProvider: 'babel',
  collectCoverageFrom: [
    ...PUBLISHED.map((folder) => `${folder}**/*.ts`),
    '!**/*.test.ts',
    ...ELSEWHERE,
  ],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: Object.fromEntries(
    PUBLISHED.map((folder) => [folder, { lines: 95, branches: 95 }]),
  ),
};
