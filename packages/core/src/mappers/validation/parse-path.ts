/**
 * Reads a property path as yup and express-validator write it: `items[0].name`, `["a.b"].c`, `a["b"]`.
 * What is not of that form is one name.
 */
export function parsePath(path: string): readonly string[] {
  if (path.length > MAX_LENGTH || !WHOLE.test(path)) return path === '' ? [] : [path];
  return [...path.matchAll(SEGMENT)].map(
    ({ groups: { plain, index, quoted } = {} }) => plain ?? index ?? unquote(quoted ?? ''),
  );
}

const MAX_LENGTH = 4096;

/** name *( "." name / "[" digits "]" / "[" quoted "]" ) */
const SEGMENT =
  /(?:^|\.)(?<plain>[^.[\]"]+)|\[(?<index>\d+)\]|\.?\[(?<quoted>"(?:[^"\\]|\\.)*")\]/g;
const WHOLE =
  /^(?:[^.[\]"]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\])(?:\.[^.[\]"]+|\.?\[\d+\]|\.?\["(?:[^"\\]|\\.)*"\])*$/;

function unquote(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}
