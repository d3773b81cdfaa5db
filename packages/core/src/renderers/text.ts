import { findStatusTexts } from '../locales/locale.js';
import { repairText } from './escape.js';
import { type ListedError, takeErrors, writeError } from './listed-errors.js';
import { findCode, listMembers } from './listed-members.js';
import type { Renderer } from './renderer.js';

/** Writes a problem as `text/plain`, to be read in a terminal. */
export const text: Renderer = {
  mediaType: 'text/plain',
  deterministic: true,
  render(problem, locale) {
    const { status, title, detail, temporary, instance } = problem;
    let body = `${findCode(problem)} ${title}\n\n`;
    if (detail !== undefined) body += `${detail}\n`;
    body += `${findStatusTexts(locale, status).advice}\n`;
    if (temporary === true) body += `${locale.labels.temporary}\n`;
    const { errors, others } = takeErrors(listMembers(problem), locale);
    if (errors.length > 0) {
      const { more, errors: heading = more } = locale.labels;
      body += `\n${heading}\n${errors.map(writeLine).join('')}`;
    }
    if (instance !== undefined || others.length > 0) body += '\n';
    if (instance !== undefined) body += `${locale.labels.reference}: ${instance}\n`;
    for (const [name, value] of others) body += `${name}: ${JSON.stringify(value)}\n`;
    return repairText(body);
  },
};

const asIs = (value: string): string => value;

function writeLine(error: ListedError): string {
  const told = writeError(error, { text: asIs, name: asIs });
  return `- ${[told, ...error.others.map((other) => JSON.stringify(other))].join(' ')}\n`;
}
