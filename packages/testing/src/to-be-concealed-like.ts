import { type Answer, parseObject, readAnswer, showAnswer, writeAnswer } from './answer.js';
import type { MatcherContext, Verdict } from './matcher.js';

/**
 * The matcher: see {@link ProblemMatchers.toBeConcealedLike}. For `expect.extend` of other runners than jest
 * and vitest.
 */
export function toBeConcealedLike(
  this: MatcherContext,
  received: unknown,
  other: unknown,
): Verdict | Promise<Verdict> {
  if (received === other) throw new TypeError('It is compared with itself.');
  const judge = (hidden: Answer, real: Answer): Verdict => {
    const [shown, seen] = [writeAnswer(withoutChance(hidden)), writeAnswer(withoutChance(real))];
    const isError = hidden.status >= 400;
    return {
      pass: isError && shown === seen,
      message: () => {
        if (!isError) return `expected an error, received\n\n${showAnswer(hidden)}`;
        if (shown === seen)
          return `expected a client to see a difference, and there is none\n\n${shown}`;
        return `a client can tell them apart\n\n${this.utils.diff(seen, shown) ?? ''}`;
      },
    };
  };
  const [hidden, real] = [readAnswer(received), readAnswer(other)];
  return hidden instanceof Promise || real instanceof Promise
    ? (async () => judge(await hidden, await real))()
    : judge(hidden, real);
}

/** Differ from one response to the next, whatever it is: that they are there is compared. */
const VARYING =
  /^(?:date|age|set-cookie|server-timing|traceparent|tracestate|x-response-time|(?:x-)?(?:correlation|request|trace)-id|(?:x-)?ratelimit(?:-remaining|-reset)?)$/;

const UUID = /urn:uuid:[\da-f-]{36}/gi;

/** The answer without what is another each time. */
function withoutChance({ status, fields, text }: Answer): Answer {
  const document = parseObject(text);
  const body = document === undefined ? text.replace(UUID, '<instance>') : mask(text, document);
  return {
    status,
    fields: fields.map(([name, value]) => [
      name,
      varies(name, body) ? '<varies>' : value.replace(UUID, '<instance>'),
    ]),
    text: body,
  };
}

/** A document without its instance; any other member that has another value tells them apart. */
function mask(text: string, { instance }: Readonly<Record<string, unknown>>): string {
  if (typeof instance !== 'string') return text;
  return text.replaceAll(JSON.stringify(instance), '"<instance>"');
}

/** What is computed from a body is compared with it; where there is none, as with HEAD, it tells of one. */
function varies(name: string, body: string): boolean {
  return VARYING.test(name) || (body !== '' && /^(?:content-length|etag)$/.test(name));
}
