import { decode, encode } from '@jridgewell/sourcemap-codec';

/**
 * A source map that leads to the right line of the right file, without columns, names and the sources
 * themselves: a fifth of it all.
 */
export function mapLines({ file, sources, mappings }) {
  return {
    version: 3,
    file,
    names: [],
    sources,
    mappings: encode(decode(mappings).map((segments) => segments.filter(isNewLine))),
  };
}

function isNewLine([, source, line], index, segments) {
  const before = segments[index - 1];
  return before === undefined || source !== before[1] || line !== before[2];
}
