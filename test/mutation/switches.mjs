/** Which mutant is on, and which were reached. A mutant's id is `path#index`. */
let on;
let reached = [];
const seen = new Map();

globalThis.$switchOf = (path) => {
  let marks = seen.get(path);
  if (marks === undefined) {
    marks = new Set();
    seen.set(path, marks);
  }
  return (index) => {
    if (!marks.has(index)) {
      marks.add(index);
      reached.push(`${path}#${index}`);
    }
    return on !== undefined && on.index === index && on.path === path;
  };
};

/** Turns one mutant on, and all others off. */
export function switchOn(id) {
  if (id === undefined) on = undefined;
  else {
    const at = id.lastIndexOf('#');
    on = { path: id.slice(0, at), index: Number(id.slice(at + 1)) };
  }
}

/** The ids of the mutants that were reached since it was last asked. */
export function takeReached() {
  const taken = reached;
  reached = [];
  for (const marks of seen.values()) marks.clear();
  return taken;
}
