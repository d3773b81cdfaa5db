import { BUILT_IN_MAPPERS, BUILT_IN_MESSAGES } from '@faultless/core/adapter';
import { type CatalogueStatus, registeredStatuses } from '@faultless/core/statuses';
import { CONNECTION_STATUSES } from './connection-statuses.js';
import type { SentProblem } from './problem-entry.js';

export type { SentProblem } from './problem-entry.js';

/**
 * What Faultless sends of itself: every status, by the name of its class (`NotFound`), and every `code` of
 * its mappers and of `guardServer` (`token_expired`), in English and Chinese. For `others` of
 * `defineProblems`; an API that sends some of them filters the list.
 */
export function builtInProblems(): readonly SentProblem[] {
  const statuses = new Map(
    registeredStatuses()
      .filter(({ nearest }) => nearest >= 400)
      .map((status) => [status.nearest, status]),
  );
  return [...[...statuses.values()].map(describeStatus), ...listCodes().map(describe)];

  function describe([code, status]: readonly [string, number]): SentProblem {
    return describeCode(code, statuses.get(status) as CatalogueStatus);
  }
}

function describeStatus({ nearest, phrase, texts }: CatalogueStatus): SentProblem {
  return { name: nameOf(phrase), status: nearest, code: undefined, texts };
}

/** `URI Too Long` is `UriTooLong`, and `I'm a teapot` is `ImATeapot`. */
function nameOf(phrase: string): string {
  return phrase
    .replace(/'/g, '')
    .split(/\W+/)
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** A code of several mappers has the status of the first; what is not told to clients is left out. */
function listCodes(): readonly (readonly [code: string, status: number])[] {
  const statuses = new Map(Object.entries(CONNECTION_STATUSES));
  for (const { answers } of BUILT_IN_MAPPERS.list) {
    for (const [code, { status, expose = status !== 500 }] of Object.entries(answers)) {
      if (expose && !statuses.has(code)) statuses.set(code, status);
    }
  }
  return [...statuses];
}

function describeCode(code: string, { nearest, texts }: CatalogueStatus): SentProblem {
  const told = Object.entries(texts).map(([tag, status]) => {
    const detail = BUILT_IN_MESSAGES[tag]?.[code] ?? status.detail;
    return [tag, { ...status, detail }];
  });
  return {
    name: code,
    status: nearest,
    code,
    texts: Object.fromEntries(told) as SentProblem['texts'],
  };
}
