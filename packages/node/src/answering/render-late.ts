import { Buffer } from 'node:buffer';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import {
  type Answer,
  type FieldList,
  isLeftover,
  type Report,
  type SentReply,
} from '@faultless/core/adapter';
import { holdResponse, ignoreLateCalls } from './hold-response.js';
import type { LateText, WaitingAnswer } from './late-text.js';

/** An answer, and what is to be done when it has been written. */
interface Rendered extends Answer {
  readonly afterwards?: (() => void) | undefined;
}

/**
 * Waits for the text of an answer, within its time. What fails leaves nothing behind: the answer leaves
 * as it was, and the report says so. Nobody can send the response meanwhile. Never rejects.
 */
export async function renderLate(
  { name, seconds, render }: LateText,
  answer: WaitingAnswer,
): Promise<Rendered> {
  const { response, reply } = answer;
  const before = { ...response.getHeaders() };
  const hold = holdResponse(response);
  let sent = reply;
  let { report } = answer;
  try {
    response.statusCode = reply.status;
    const text = await within(seconds, () => render(answer));
    hold.release();
    if (text === '') throw new TypeError('it returned an empty text');
    if (text !== undefined) sent = replaceText(text, answer);
  } catch (failure) {
    hold.release();
    report = addNotice(report, `${name} failed`, failure);
    restoreFields(response, before);
  }
  if (hold.tried) report = addNotice(report, `sent while ${name} was rendered, which is ignored`);
  const isUsual = report === answer.report;
  return {
    reply: sent,
    report,
    afterwards: isUsual
      ? undefined
      : () => {
          ignoreLateCalls(response);
        },
  };
}

/** Runs something that may throw, reject or hang. */
function within<Result>(
  seconds: number,
  run: () => Result | PromiseLike<Result>,
): Promise<Awaited<Result>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`it took longer than ${seconds} s`));
    }, seconds * 1000);
    new Promise<Result>((settle) => {
      settle(run());
    })
      .then(resolve as (result: Result) => void, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

function addNotice(report: Report, message: string, cause?: unknown): Report {
  const notice = cause === undefined ? { message } : { message, cause };
  const level = report.level === 'info' ? 'warn' : report.level;
  return { ...report, level, notices: [...report.notices, notice] };
}

/** The policy of the text that is replaced does not know the other one. */
const OF_TEXT: ReadonlySet<string> = new Set(['content-security-policy', 'content-length']);

/** The reply with another text, and with the fields that whoever made it has set. */
function replaceText(text: string, { reply, response, request }: WaitingAnswer): SentReply {
  const length = Buffer.byteLength(text);
  const kept = reply.headers.filter(([name]) => !OF_TEXT.has(name.toLowerCase()));
  const set = new Set(reply.headers.map(([name]) => name.toLowerCase()));
  const leftovers = response
    .getHeaderNames()
    .filter((name) => isLeftover(name) && !set.has(name.toLowerCase()));
  return {
    ...reply,
    headers: [...mergeFields(kept, response), ['Content-Length', String(length)]],
    removed: [...reply.removed, ...leftovers],
    body: request.method === 'HEAD' ? '' : text,
    ascii: length === text.length,
  };
}

/** Fields of several values, to which the reply and the response both add theirs. */
const MERGED: ReadonlySet<string> = new Set(['set-cookie', 'link', 'vary']);

function mergeFields(fields: FieldList, response: ServerResponse): FieldList {
  return fields.map(([name, value]) => {
    if (!MERGED.has(name.toLowerCase())) return [name, value];
    const present = [response.getHeader(name) ?? []].flat().map(String);
    const isVary = name.toLowerCase() === 'vary';
    const lines = [value, present]
      .flat()
      .flatMap((line) => (isVary ? line.split(',').map((name) => name.trim()) : line));
    const distinct = lines.filter(
      (line, at) =>
        at ===
        lines.findIndex((one) =>
          isVary ? one.toLowerCase() === line.toLowerCase() : one === line,
        ),
    );
    return [name, isVary ? distinct.join(', ') : distinct];
  });
}

function restoreFields(response: ServerResponse, before: OutgoingHttpHeaders): void {
  if (response.headersSent) return;
  for (const name of response.getHeaderNames()) {
    if (before[name] === undefined) response.removeHeader(name);
  }
  for (const [name, value] of Object.entries(before)) {
    if (value !== undefined && response.getHeader(name) !== value) response.setHeader(name, value);
  }
}
