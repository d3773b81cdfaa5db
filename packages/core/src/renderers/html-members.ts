import { escapeMarkup } from './escape.js';
import type { PlainMembers, PlainValue } from './plain-value.js';

/**
 * Writes members as an HTML description list. A list of errors as in RFC 9457 §3 reads as a list,
 * a text as it stands, a web address as a link, and all else as JSON.
 */
export function renderMemberList(members: PlainMembers): string {
  let rows = '';
  for (const [name, value] of members) {
    rows += `<dt>${escapeMarkup(name)}</dt><dd>${renderValue(value)}</dd>\n`;
  }
  return `<dl>\n${rows}</dl>\n`;
}

function renderValue(value: PlainValue): string {
  if (typeof value === 'string') return renderText(value);
  return isErrorList(value) ? renderErrors(value) : renderCode(value);
}

function renderText(value: string): string {
  const escaped = escapeMarkup(value);
  return WEB_ADDRESS.test(value) ? `<a href="${escaped}" rel="noreferrer">${escaped}</a>` : escaped;
}

/** Other schemes, `javascript:` above all, never become links. */
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

interface ListedError {
  readonly detail: string;
  readonly [member: string]: PlainValue;
}

function isErrorList(value: PlainValue): value is PlainValue[] & ListedError[] {
  return Array.isArray(value) && value.length > 0 && value.every(isListedError);
}

function isListedError(item: PlainValue): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    !Array.isArray(item) &&
    typeof item.detail === 'string'
  );
}

function renderErrors(errors: readonly ListedError[]): string {
  let items = '';
  for (const { detail, ...where } of errors) {
    items += `<li>${escapeMarkup(detail)}${Object.values(where).map(renderPlace).join('')}</li>`;
  }
  return `<ul>${items}</ul>`;
}

function renderPlace(value: PlainValue): string {
  return ` ${renderCode(value)}`;
}

function renderCode(value: PlainValue): string {
  return `<code>${escapeMarkup(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;
}
