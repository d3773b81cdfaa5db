export function* mutatePattern(node) {
  const end = node.text.lastIndexOf('/');
  const pattern = node.text.slice(1, end);
  const flags = node.text.slice(end + 1);
  for (const [changed, kept] of changePattern(pattern, flags)) {
    if (isPattern(changed, kept)) yield [node, `/${changed}/${kept}`];
  }
}

function* changePattern(pattern, flags) {
  if (pattern.startsWith('^')) yield [pattern.slice(1), flags];
  if (pattern.endsWith('$') && !pattern.endsWith('\\$')) yield [pattern.slice(0, -1), flags];
  for (const match of pattern.matchAll(/(?<!\\)\[\^?|(?<=[\])\w.])[+*]|\\[dDsSwW]/g)) {
    const [found] = match;
    const put = (text) =>
      pattern.slice(0, match.index) + text + pattern.slice(match.index + found.length);
    if (found === '[') yield [put('[^'), flags];
    else if (found === '[^') yield [put('['), flags];
    else if (found === '+' || found === '*') yield [put(''), flags];
    else yield [put(swapCase(found)), flags];
  }
  if (flags.includes('i')) yield [pattern, flags.replace('i', '')];
}

function swapCase(characterClass) {
  const upper = characterClass.toUpperCase();
  return characterClass === upper ? characterClass.toLowerCase() : upper;
}

function isPattern(pattern, flags) {
  if (pattern === '') return false;
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
