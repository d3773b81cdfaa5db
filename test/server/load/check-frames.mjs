// Reads what a server sent as frames of HTTP/2, without leniency.
import { END_STREAM, readFrames, TYPES } from './http2-frames.mjs';

const NAMES = Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [type, name]));

/**
 * @returns the statuses of the problems that came, what each stream came to, and what is wrong, if
 *   anything is
 */
export function checkFrames(bytes) {
  const { frames } = readFrames(bytes);
  const contents = new Map();
  const ended = new Set();
  const statuses = [];
  for (const { type, flags, stream, payload } of frames) {
    const name = NAMES[type];
    if (name === undefined) return { statuses, wrong: `a frame of type ${type}` };
    if (payload.length > 16_384) return { statuses, wrong: `a frame of ${payload.length} bytes` };
    if (name === 'PUSH_PROMISE') return { statuses, wrong: 'a push' };
    if (name === 'HEADERS' || name === 'DATA') {
      if (ended.has(stream)) return { statuses, wrong: `${name} behind the end of a stream` };
      const known = contents.get(stream);
      if (name === 'HEADERS') contents.set(stream, known ?? '');
      else if (known === undefined) return { statuses, wrong: 'DATA before HEADERS' };
      else contents.set(stream, known + payload.toString('latin1'));
      if (flags & END_STREAM) ended.add(stream);
    }
    if (name === 'RST_STREAM') ended.add(stream);
  }
  for (const [stream, content] of contents) {
    if (!content.startsWith('{') || !ended.has(stream)) continue;
    try {
      const { status } = JSON.parse(content);
      if (!(status >= 400 && status <= 599)) return { statuses, wrong: `a problem of ${status}` };
      statuses.push(status);
    } catch {
      return { statuses, wrong: 'no JSON in a problem' };
    }
  }
  return { statuses };
}
