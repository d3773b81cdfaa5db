import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** A report that fails before its first byte: there is still time for an answer. */
export function streamNothing(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('secret: /var/reports is not mounted'));
    },
  });
}

/** A report that fails halfway: nobody must take it for a whole one. */
export function streamHalf(): Readable {
  return Readable.from(halfReport());
}

async function* halfReport(): AsyncGenerator<string> {
  yield 'order,total\n1,50\n';
  await setTimeout(50);
  throw new Error('secret: the disk broke at order 2');
}
