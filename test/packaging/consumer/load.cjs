// Loads every entry by require and by import, in this order and in that, and prints the names that
// came, and whether they stand for the same.

async function load(entry, index) {
  const [required, imported] =
    index % 2 === 0
      ? [require(entry), await import(entry)]
      : [await import(entry), require(entry)].reverse();
  const names = Object.keys(imported).sort();
  const objects = names.filter((name) => Object(imported[name]) === imported[name]);
  return {
    entry,
    imported: names,
    required: Object.keys(required).sort(),
    // A text is the same in any copy.
    same:
      objects.length === 0 ? undefined : objects.every((name) => required[name] === imported[name]),
    known: !('NotFound' in imported) || required.isHttpError(new imported.NotFound()),
  };
}

async function loadAll(entries) {
  const loaded = [];
  for (const [index, entry] of entries.entries()) loaded.push(await load(entry, index));
  const { NotFound } = require('@faultless/core');
  const { HttpError } = await import('@faultless/express');
  const across = new NotFound() instanceof HttpError;
  console.log(JSON.stringify({ node: process.versions.node, loaded, across }));
}

loadAll(process.argv.slice(2));
