import { escapeMarkdown, quoteMarkdown } from './escape.js';
import { findAdvice, secondsUntil } from './find-advice.js';
import { type ListedError, takeErrors, writeError } from './listed-errors.js';
import { findCode, listMembers } from './listed-members.js';
import type { BuiltInRenderer } from './renderer.js';

/**
 * Writes a problem as `text/markdown`, for agents above all: what happened, what to do next, and
 * whether the same request may work later, and when.
 *
 * @see RFC 7763
 */
export const markdown: BuiltInRenderer = {
  mediaType: 'text/markdown',
  deterministic: true,
  render(problem, locale, { retryAfter } = {}) {
    const { title, detail, temporary, traceId, instance } = problem;
    const { labels } = locale;
    let body = `# ${findCode(problem)} ${escapeMarkdown(title)}\n\n`;
    if (detail !== undefined) body += `${escapeMarkdown(detail)}\n\n`;
    body += `${findAdvice(problem, locale, retryAfter).map(escapeMarkdown).join(' ')}\n`;
    const { errors, others } = takeErrors(listMembers(problem), locale);
    if (errors.length > 0) {
      body += `\n## ${escapeMarkdown(labels.errors ?? labels.more)}\n\n`;
      body += errors.map(writeItem).join('');
    }
    const facts = [
      ...(temporary === undefined ? [] : [['temporary', temporary] as const]),
      ...(retryAfter === undefined ? [] : [['retry-after', secondsUntil(retryAfter)] as const]),
      ...others,
      ...(typeof traceId === 'string' ? [['traceId', traceId] as const] : []),
      ...(instance === undefined ? [] : [['instance', instance] as const]),
    ];
    if (facts.length > 0) body += `\n## ${escapeMarkdown(labels.more)}\n\n`;
    for (const [name, value] of facts) {
      body += `- ${quoteMarkdown(name)}: ${quoteMarkdown(asText(value))}\n`;
    }
    return body;
  },
};

function writeItem(error: ListedError): string {
  const told = writeError(error, { text: escapeMarkdown, name: quoteMarkdown });
  const others = error.others.map((other) => quoteMarkdown(asText(other)));
  return `- ${[told, ...others].join(' ')}\n`;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
