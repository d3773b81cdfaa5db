import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { html } from '@faultless/express';
import { buildCurlFlags, buildCurlLine } from './curl-line.js';
import { escapeHtml } from './escape-html.js';
import { isLocal } from './playground/is-own-page.js';
import { renderPlayground } from './playground/render-playground.js';
import { FORMATS, LANGUAGES, SCENARIO_GROUPS, type Scenario } from './scenarios.js';

/** Which server shows the index, and whether to someone on the same computer. */
export interface Host {
  readonly framework: string;
  readonly port: number | undefined;
  readonly local: boolean;
}

/** Who is asked, and by whom. */
export function describeHost(framework: string, request: IncomingMessage): Host {
  return { framework, port: request.socket.localPort, local: isLocal(request) };
}

/** What the index says, for programs and for curl. */
export function buildIndex({ framework, port }: Host) {
  const origin = `http://localhost:${port}`;
  return {
    server: `Faultless on ${framework}`,
    groups: SCENARIO_GROUPS.map(({ title, scenarios }) => ({
      title,
      scenarios: scenarios.map((scenario) => ({
        title: scenario.title,
        expect: describeAnswer(scenario),
        curl: buildCurlLine(scenario, origin),
      })),
    })),
    variants: [...FORMATS, ...LANGUAGES].map(({ title, headers }) => ({
      title,
      add: buildCurlFlags(headers).join(' '),
    })),
  };
}

const STYLE = readPart('style.css');
const SCRIPT = readPart('playground.mjs');

/** Fields of the page: it runs its own script, and asks its own server. */
export const INDEX_FIELDS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src '${hashOf(SCRIPT)}'`,
    // An error page is shown inside of it, under the same policy.
    `style-src '${hashOf(STYLE)}' ${findStyleSource()}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * The same for people: a playground where a script can run, and the list where none can, or where the
 * playground's relay would refuse.
 */
export function renderIndexPage(host: Host): string {
  const { server, groups, variants } = buildIndex(host);
  const sections = groups.map(({ title, scenarios }) => {
    const items = scenarios.map(
      (scenario) =>
        `<li><h3>${escapeHtml(scenario.title)}</h3>\n<p>${escapeHtml(scenario.expect)}</p>\n` +
        `<pre tabindex="0"><code>${escapeHtml(scenario.curl)}</code></pre></li>`,
    );
    return `<section>\n<h2>${escapeHtml(title)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
  });
  const added = variants.map(
    ({ title, add }) => `<li>${escapeHtml(title)}: <code>${escapeHtml(add)}</code></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(server)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="mark">${escapeHtml(server)}</p>
<h1>Handlers throw. This is what leaves.</h1>
</header>
<main>
${host.local ? renderPlayground(host.framework) : ''}
<details id="list" open>
<summary>Every scenario as a line for the shell</summary>
<p>Add to any of them:</p>
<ul>
${added.join('\n')}
</ul>
${sections.join('\n')}
</details>
</main>
${host.local ? `<script type="module">${SCRIPT}</script>` : ''}
</body>
</html>
`;
}

function describeAnswer({ status, fields = [], breaksOff }: Scenario): string {
  const words = [String(status), ...fields];
  if (breaksOff) words.push('and the connection breaks off');
  return words.join(', ');
}

function readPart(name: string): string {
  return readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** What the built-in error page allows its style by. */
function findStyleSource(): string {
  const policy = new Map(html.headers).get('Content-Security-Policy');
  return /style-src ('sha256-[^']+')/.exec(String(policy))?.[1] ?? '';
}
