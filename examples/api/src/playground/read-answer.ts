import {
  findFieldReason,
  findMemberReason,
  findSectionUrl,
  type Reason,
  STATUS_REASONS,
} from '../field-reasons.js';

/** A part of an answer, as it was sent, and why it is there. */
interface Part {
  readonly text: string;
  readonly why?: string;
  readonly section?: string;
  readonly url?: string;
}

/** An answer, taken apart, but left as it was sent. */
export interface Answer {
  readonly status: number;
  readonly phrase: string;
  readonly head: readonly Part[];
  /** One part for each member of a problem document in JSON, else the whole body. */
  readonly body: readonly Part[];
  readonly mediaType: string;
  /** Bytes of the body. */
  readonly length: number;
  /** False if it broke off before its end. */
  readonly whole: boolean;
}

/** Takes apart what a server has sent. */
export function readAnswer(bytes: string, method: string): Answer {
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...fields] = bytes.slice(0, end).split('\r\n');
  const body = bytes.slice(end + 4);
  const [, status, phrase = ''] = /^HTTP\/1\.1 (\d{3}) (.*)$/.exec(statusLine) ?? [];
  const code = Number(status);
  const find = (name: string) => findValue(fields, name);
  const mediaType = find('Content-Type')?.split(';')[0] ?? '';
  const whole = method === 'HEAD' || isWhole(body, find);
  return {
    status: code,
    phrase,
    head: [
      explain(statusLine, STATUS_REASONS[code]),
      ...fields.map((field) => explain(field, findFieldReason(nameOf(field), code))),
    ],
    body: whole && mediaType === 'application/problem+json' ? splitMembers(body) : [{ text: body }],
    mediaType,
    length: Buffer.byteLength(body),
    whole,
  };
}

function isWhole(body: string, find: (name: string) => string | undefined): boolean {
  if (find('Transfer-Encoding') === 'chunked') return body.endsWith('0\r\n\r\n');
  return find('Content-Length') === String(Buffer.byteLength(body));
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':'));
}

function findValue(fields: readonly string[], name: string): string | undefined {
  const start = `${name}: `;
  return fields.find((field) => field.startsWith(start))?.slice(start.length);
}

function splitMembers(body: string): readonly Part[] {
  if (body === '') return [];
  const members = Object.entries(JSON.parse(body) as object);
  const last = members.length - 1;
  return members.map(([name, value], at) => {
    const text = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
    return explain(
      `${at === 0 ? '{' : ''}${text}${at === last ? '}' : ','}`,
      findMemberReason(name),
    );
  });
}

function explain(text: string, reason: Reason | undefined): Part {
  if (reason === undefined) return { text };
  const { section, text: why } = reason;
  return { text, why, section, url: findSectionUrl(section) };
}
