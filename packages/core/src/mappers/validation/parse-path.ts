import { PATH_LIMITS } from './build-pointer.js';

/**
 * Reads a property path as yup and express-validator write it: `items[0].name`, `["a.b"].c`, `a["b"]`.
 * What is not of that form is one name. It is read as far as a pointer goes.
 */
export function parsePath(path: string): readonly string[] {
  if (path.length > MAX_LENGTH || !WHOLE.test(path)) return path === '' ? [] : [path];
  const segments: string[] = [];
  for (const { groups: { name, index, quoted } = {} } of path.matchAll(SEGMENT)) {
    segments.push(name ?? index ?? unquote(quoted ?? ''));
    if (segments.length === PATH_LIMITS.segments) break;
  }
  return segments;
}

const MAX_LENGTH = 4096;

/** name *( "." name / "[" digits "]" / "[" quoted "]" ) */
const SEGMENT = /(?:^|\.)(?<name>[^.[\]"]+)|\[(?<index>\d+)\]|\.?\[(?<quoted>"(?:[^"\\]|\\.)*")\]/g;
const WHOLE =
  /^(?:[^.[\]"]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\])(?:\.[^.[\]"]+|\.?\[\d+\]|\.?\["(?:[^"\\]|\\.)*"\])*$/;

function unquote(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}
