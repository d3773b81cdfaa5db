import { createHash, randomBytes } from 'node:crypto';
import { inspect, stripVTControlCharacters } from 'node:util';
import type { Explanation, Line } from './explain-answer.js';
import type { MaskedRequest } from './mask-request.js';

/** What is shown of one error. */
export interface Shown {
  readonly thrown: unknown;
  readonly causes: readonly unknown[];
  readonly title: string;
  readonly request: MaskedRequest;
  readonly explanation: Explanation;
}

/** A page, and the policy under which it works. */
export interface Page {
  readonly text: string;
  readonly policy: string;
}

/** An ES module, loaded when it is needed: `require` of some tools can't. */
async function createYouch() {
  const { Youch } = await import('youch');
  return new Youch();
}

/** The one handler that youch writes into an attribute. */
const COPY = createHash('sha256').update('copyErrorMessage(this)').digest('base64');

/** Renders the page: youch's, with what is explained below the stack. */
export async function renderHtml({
  thrown,
  causes,
  title,
  request,
  explanation,
}: Shown): Promise<Page> {
  const youch = await createYouch();
  const rows = (lines: readonly Line[]) => lines.map(([key, value]) => ({ key, value }));
  youch.metadata.group('Faultless', {
    'In production': rows(explanation.production),
    'How the error was understood': rows(explanation.mapping),
    Report: rows(explanation.report),
    ...(causes.length > 0 && {
      Causes: causes.map((cause, at) => ({ key: String(at + 1), value: describe(cause) })),
    }),
  });
  const nonce = randomBytes(16).toString('base64url');
  const { method, url, headers } = request;
  const page = await youch.toHTML(thrown, {
    title,
    cspNonce: nonce,
    request: { method, url, headers },
  });
  return {
    text: withoutControls(page),
    policy:
      `default-src 'none'; script-src 'nonce-${nonce}' 'unsafe-hashes' 'sha256-${COPY}'; ` +
      `style-src 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src data:; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
}

/** Renders the same for a terminal, without what a terminal would obey. */
export async function renderText({ thrown, causes, request, explanation }: Shown): Promise<string> {
  const trace = await (await createYouch()).toANSI(thrown);
  const part = (heading: string, lines: readonly Line[]): string =>
    `\n${heading}\n${lines.map(([what, text]) => `  ${what}: ${text}`).join('\n')}\n`;
  const text = [
    `${trace.trim()}\n`,
    ...causes.map((cause) => `\nCaused by\n${describe(cause)}\n`),
    part('Request', [['', `${request.method} ${request.url}`], ...Object.entries(request.headers)]),
    part('How the error was understood', explanation.mapping),
    part('Report', explanation.report),
    part('In production', explanation.production),
  ].join('');
  return withoutControls(stripVTControlCharacters(text));
}

/** A page is read in terminals too. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** The member that a JSON body gets. */
export function renderMember({ thrown, causes, request, explanation }: Shown): object {
  const { mapping, report } = explanation;
  return {
    error: describe(thrown).split('\n'),
    causes: causes.map((cause) => describe(cause).split('\n')),
    request,
    mapping: Object.fromEntries(mapping),
    report: Object.fromEntries(report),
  };
}

/** An error's stack and members, or whatever else was thrown. */
function describe(value: unknown): string {
  try {
    return inspect(value, { depth: 2, breakLength: 100, maxStringLength: 2000 });
  } catch {
    return 'something that can not be looked at';
  }
}
