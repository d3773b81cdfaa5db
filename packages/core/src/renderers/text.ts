import { repairText } from './escape.js';
import { findAdvice } from './find-advice.js';
import { type ListedError, takeErrors, writeError } from './listed-errors.js';
import { findCode, findReference, listMembers } from './listed-members.js';
import type { BuiltInRenderer } from './renderer.js';

/** Writes a problem as `text/plain`, to be read in a terminal. */
export const text: BuiltInRenderer = {
  mediaType: 'text/plain',
  deterministic: true,
  render(problem, locale, { retryAfter } = {}) {
    const { title, detail } = problem;
    const reference = findReference(problem);
    let body = `${findCode(problem)} ${title}\n\n`;
    if (detail !== undefined) body += `${detail}\n`;
    for (const advice of findAdvice(problem, locale, retryAfter)) body += `${advice}\n`;
    const { errors, others } = takeErrors(listMembers(problem), locale);
    if (errors.length > 0) {
      const { more, errors: heading = more } = locale.labels;
      body += `\n${heading}\n${errors.map(writeLine).join('')}`;
    }
    if (reference !== undefined || others.length > 0) body += '\n';
    if (reference !== undefined) body += `${locale.labels.reference}: ${reference}\n`;
    for (const [name, value] of others) body += `${name}: ${JSON.stringify(value)}\n`;
    return repairText(body);
  },
};

const asIs = (value: string): string => value;

function writeLine(error: ListedError): string {
  const told = writeError(error, { text: asIs, name: asIs });
  return `- ${[told, ...error.others.map((other) => JSON.stringify(other))].join(' ')}\n`;
}
