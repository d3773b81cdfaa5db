import { explainMapping, type MappingOptions } from '@faultless/core';
import type { WaitingAnswer } from '@faultless/node/adapter';

/** One line of what is told: what it is, and a text. */
export type Line = readonly [what: string, text: string];

/** What a developer wonders about, beside the stack. */
export interface Explanation {
  /** How the error was understood. */
  readonly mapping: readonly Line[];
  /** The answer as it would leave in production. */
  readonly production: readonly Line[];
  /** What the operator is told. */
  readonly report: readonly Line[];
}

/** Puts together why an error is answered as it is. */
export function explainAnswer(
  { reply, report }: WaitingAnswer,
  options: MappingOptions,
  body: string,
): Explanation {
  const { mapper = 'none', reason, through, tested, error } = explainMapping(report.error, options);
  return {
    mapping: [
      ['Mapper', mapper],
      ['Reason', reason],
      ['Found in', through.join(' → ') || 'what was thrown'],
      ['Tested with', tested.join(', ') || '–'],
      ['Answered as', `${error.name} ${error.status}`],
    ],
    production: [
      ['Status', `${reply.status} ${reply.reason}`],
      ...reply.headers.flatMap(([name, value]) => [value].flat().map((line): Line => [name, line])),
      ['Body', body],
    ],
    report: [
      ['Level', report.level],
      ['True status', String(report.status)],
      ['Concealed', report.concealed ? 'yes, the client sees a 404' : 'no'],
      ['Route', report.route ?? '–'],
      ['Notices', report.notices.map(({ message }) => message).join('; ') || 'none'],
    ],
  };
}
