import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** A stream that gives some pieces and then fails. */
export function failing(pieces: readonly string[], failure: unknown, delay = 5): Readable {
  const left = [...pieces];
  return new Readable({
    read() {
      const piece = left.shift();
      if (piece !== undefined) this.push(piece);
      else setTimeout(() => this.destroy(failure as Error), delay);
    },
  });
}

/** A stream that fails though nobody reads it yet. */
export function failingUnread(reason: unknown): Readable {
  const stream = new Readable({ read: () => undefined });
  setTimeout(() => stream.destroy(reason as Error), 1);
  return stream;
}

/** The same as web streams go. */
export function failingWeb(pieces: readonly string[], failure: unknown, delay = 5): ReadableStream {
  const left = [...pieces];
  return new ReadableStream({
    async pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) return controller.enqueue(new TextEncoder().encode(piece));
      await sleep(delay);
      throw failure;
    },
  });
}

/** As a middleware that compresses does it. */
export function through(source: Readable): Readable {
  const target = new PassThrough();
  source.on('error', (error) => target.destroy(error));
  return source.pipe(target);
}
