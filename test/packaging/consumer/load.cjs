// Loads every entry by import and by require, and prints the names that came.

function knowEachOther(esm, cjs) {
  return cjs.isHttpError(new esm.NotFound()) && esm.isHttpError(new cjs.NotFound());
}

async function load(entry) {
  const [esm, cjs] = [await import(entry), require(entry)];
  return {
    entry,
    imported: Object.keys(esm).sort(),
    required: Object.keys(cjs).sort(),
    copiesAgree: !('isHttpError' in esm) || knowEachOther(esm, cjs),
  };
}

Promise.all(process.argv.slice(2).map(load)).then((loaded) => {
  console.log(JSON.stringify({ node: process.versions.node, loaded }));
});
