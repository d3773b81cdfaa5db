type Fields = readonly (readonly [name: string, value: string])[];

export const PREFACE: Buffer;
export const TYPES: Readonly<
  Record<
    | 'DATA'
    | 'HEADERS'
    | 'PRIORITY'
    | 'RST_STREAM'
    | 'SETTINGS'
    | 'PUSH_PROMISE'
    | 'PING'
    | 'GOAWAY'
    | 'WINDOW_UPDATE'
    | 'CONTINUATION',
    number
  >
>;
export const END_STREAM: number;
export const ACK: number;
export const END_HEADERS: number;
export function frame(type: number, flags: number, stream: number, payload?: Buffer): Buffer;
export function fields(list: Fields): Buffer;
export function headers(stream: number, list: Fields, options?: { end?: boolean }): Buffer;
export function request(
  stream: number,
  path: string,
  options?: { method?: string; more?: Fields; end?: boolean },
): Buffer;
export function data(stream: number, content: string, options?: { end?: boolean }): Buffer;
export function number(value: number): Buffer;
export function setting(id: number, value: number): Buffer;

interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

export function readFrames(bytes: Buffer): { readonly frames: Frame[]; readonly rest: Buffer };
