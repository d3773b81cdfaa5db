import { connect } from 'node:net';
import hpack from 'hpack.js';
import {
  END_HEADERS,
  END_STREAM,
  frame,
  PREFACE,
  readFrames,
  request,
  TYPES,
} from '../server/load/http2-frames.mjs';
import { PATIENCE } from './within.js';

/** A field as it stands in a header section (RFC 7541 §1.3). */
export type WireField = readonly [name: string, value: string];

/** What came on the one stream of a connection, as the frames have it. */
export interface FrameAnswer {
  /** The names of the frames, in the order of their coming. */
  readonly types: readonly string[];
  /** Each header section: the header, and trailers if there are any (RFC 9113 §8.1). */
  readonly sections: readonly (readonly WireField[])[];
  readonly content: string;
  /** Whether the stream has ended in order. */
  readonly ended: boolean;
}

const STREAM = 1;
const TABLE_SIZE = 4096;

/** Asks over a connection of its own, with frames, and reads those that come; nothing in between. */
export async function askFrames(port: number, path: string, method = 'GET'): Promise<FrameAnswer> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write(
    Buffer.concat([PREFACE, frame(TYPES.SETTINGS, 0, 0), request(STREAM, path, { method })]),
  );
  const decoder = hpack.decompressor.create({ table: { size: TABLE_SIZE } });
  const types: string[] = [];
  const sections: WireField[][] = [];
  let block = Buffer.alloc(0);
  let content = '';
  let ended = false;
  let rest: Buffer = Buffer.alloc(0);
  socket.setTimeout(PATIENCE, () =>
    socket.destroy(new Error(`no end of the stream, after ${types.join(', ') || 'no frame'}`)),
  );
  for await (const piece of socket) {
    const read = readFrames(Buffer.concat([rest, piece as Buffer]));
    rest = read.rest;
    for (const { type, flags, stream, payload } of read.frames) {
      if (stream !== STREAM) continue;
      types.push(nameOf(type));
      ended ||= endsStream(type, flags);
      if (type === TYPES.DATA) content += payload.toString();
      if (type !== TYPES.HEADERS && type !== TYPES.CONTINUATION) continue;
      block = Buffer.concat([block, payload]);
      if ((flags & END_HEADERS) === 0) continue;
      decoder.write(block);
      decoder.execute();
      sections.push([...readFields(decoder)]);
      block = Buffer.alloc(0);
    }
    if (ended || types.includes('RST_STREAM')) break;
  }
  socket.destroy();
  return { types, sections, content, ended };
}

function* readFields(decoder: ReturnType<typeof hpack.decompressor.create>): Generator<WireField> {
  for (let field = decoder.read(); field !== null; field = decoder.read()) {
    yield [field.name, field.value];
  }
}

function nameOf(type: number): string {
  return Object.entries(TYPES).find(([, value]) => value === type)?.[0] ?? String(type);
}

/** Nothing but a stream's content or a header section can end it (RFC 9113 §6.1, §6.2). */
function endsStream(type: number, flags: number): boolean {
  return (type === TYPES.DATA || type === TYPES.HEADERS) && (flags & END_STREAM) > 0;
}
