/** The Nodes that load the packages, and whether `import` and `require` get the same copy there. */
export const NODES: readonly (readonly [version: string, sameCopy: boolean])[] = [
  ['20.19.0', true],
  [process.versions.node, true],
  ['22.9.0', false],
  ['22.23.3', true],
  ['24.21.0', true],
  ['26.10.0', true],
];
