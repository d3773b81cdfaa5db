/** The Nodes that load the packages, and whether `import` and `require` get the same copy there. */
export const NODES = [
  ['20.19.0', true],
  [process.versions.node, true],
  ['22.9.0', false],
  ['22.23.3', true],
  ['24.21.0', true],
  ['26.10.0', true],
];

/** The test files that a Node runs beside the one that is there; all of them, where there is no path. */
export const RUNS = [
  ['26.10.0', []],
  ['24.21.0', ['test/contract', 'test/server', 'test/neighbours']],
  ['22.23.3', ['test/contract', 'test/server', 'test/neighbours']],
];
