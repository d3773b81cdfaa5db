import { buildCurlFlags, buildCurlLine } from './curl-line.js';
import { SCENARIO_GROUPS, type Scenario, VARIANTS } from './scenarios.js';

/** Which server shows the index. */
export interface Host {
  readonly framework: string;
  readonly port: number | undefined;
}

/** What the index says, for programs and for curl. */
export function buildIndex(host: Host) {
  const origin = `http://localhost:${host.port}`;
  return {
    server: `Faultless on ${host.framework}`,
    groups: SCENARIO_GROUPS.map(({ title, scenarios }) => ({
      title,
      scenarios: scenarios.map((scenario) => ({
        title: scenario.title,
        expect: describeAnswer(scenario),
        curl: buildCurlLine(scenario, origin),
      })),
    })),
    variants: VARIANTS.map(({ title, headers }) => ({
      title,
      add: buildCurlFlags(headers).join(' '),
    })),
  };
}

/** The same for people. */
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
<main>
<h1>${escapeHtml(server)}</h1>
<p>Every way to fail, and a line to try it. Add to any of them:</p>
<ul>
${added.join('\n')}
</ul>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function describeAnswer({ status, fields = [], breaksOff }: Scenario): string {
  const words = [String(status), ...fields];
  if (breaksOff) words.push('and the connection breaks off');
  return words.join(', ');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 48rem; margin: auto; padding: 1rem; }
section > ul { padding: 0; list-style: none; }
h1, h2, h3 { line-height: 1.25; }
h3 { margin: 1.5rem 0 0; font-size: 1rem; }
p { margin: 0.25rem 0; }
code { font-family: ui-monospace, monospace; font-size: 0.875rem; }
pre { overflow-x: auto; margin: 0; padding: 0.5rem; border: 1px solid; border-radius: 0.25rem; }
`;
