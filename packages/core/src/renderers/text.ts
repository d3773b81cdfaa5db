import { findStatusTexts } from '../locales/locale.js';
import { repairText } from './escape.js';
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
    const members = listMembers(problem);
    if (instance !== undefined || members.length > 0) body += '\n';
    if (instance !== undefined) body += `${locale.labels.reference}: ${instance}\n`;
    for (const [name, value] of members) body += `${name}: ${JSON.stringify(value)}\n`;
    return repairText(body);
  },
};
