import { escapeHtml } from '../escape-html.js';
import { FORMATS, LANGUAGES, SCENARIO_GROUPS, type Scenario } from '../scenarios.js';

const SERVERS = [{ title: 'Express' }, { title: 'Koa' }];

const SPOKEN = LANGUAGES.map(({ title, headers }) => ({ title, lang: headers['Accept-Language'] }));

/** The two that nobody can tell apart; the first of them is tried when the page opens. */
const TWINS = ['A secret order (403 in the log)', 'An order that is really not there'] as const;

/** The playground, which stays hidden until its script runs. */
export function renderPlayground(framework: string): string {
  const groups = SCENARIO_GROUPS.map(
    ({ title, scenarios }) =>
      `<details name="group"><summary>${escapeHtml(title)}</summary>\n` +
      `<ul>\n${scenarios.map(renderScenario).join('\n')}\n</ul></details>`,
  );
  return `<div id="playground" hidden>
<p class="lead">Pick a request. It is sent to this example as it stands; every line of the answer says why
it is there. What the client must not know is in your report.</p>
<form class="dials">
${renderDial('server', 'Server', { choices: SERVERS, chosen: framework })}
${renderDial('format', 'Format', { choices: FORMATS, chosen: 'JSON' })}
${renderDial('language', 'Language', { choices: SPOKEN, chosen: 'English' })}
</form>
<div class="bench">
<nav class="scenarios" aria-label="Requests to try">
${groups.join('\n')}
</nav>
<section class="wire" aria-labelledby="wire-title">
<h2 id="wire-title" tabindex="-1">The client gets</h2>
<p id="said" role="status"></p>
<details class="request"><summary>The request</summary><pre id="request" tabindex="0"></pre>
<pre id="curl" tabindex="0"></pre></details>
<ol id="head" aria-label="Status line and fields"></ol>
<ol id="body" aria-label="Body"></ol>
<iframe id="preview" title="The page that this is" sandbox="" hidden></iframe>
</section>
<div class="notes">
<section class="why" aria-labelledby="why-title">
<h2 id="why-title">Why this line</h2>
<p id="why-line"></p>
<p id="why-text"></p>
<p><a id="why-section" target="_blank" rel="noreferrer" hidden></a></p>
</section>
<section class="report" aria-labelledby="report-title">
<h2 id="report-title">You are told</h2>
<div id="report"></div>
</section>
</div>
</div>
<section class="twins" aria-labelledby="twins-title">
<h2 id="twins-title">One of these orders exists</h2>
<p>Bob asks for two orders. One is a secret, and not his; the other is not there. He must not find out
which is which.</p>
<p id="verdict" role="status"></p>
<div class="pair">
${TWINS.map(renderTwin).join('\n')}
</div>
</section>
</div>`;
}

function renderScenario({ title, status }: Scenario): string {
  const first = title === TWINS[0] ? ' aria-current="true"' : '';
  return (
    `<li><button type="button" value="${escapeHtml(title)}"${first}>` +
    `<span>${escapeHtml(title)}</span> <b data-class="${String(status)[0]}">${status}</b></button></li>`
  );
}

interface Dial {
  readonly choices: readonly { readonly title: string; readonly lang?: string | undefined }[];
  readonly chosen: string;
}

function renderDial(name: string, title: string, { choices, chosen }: Dial): string {
  const radios = choices.map(({ title: choice, lang }) => {
    const checked = choice === chosen ? ' checked' : '';
    const language = lang === undefined ? '' : ` lang="${lang}"`;
    return `<label${language}><input type="radio" name="${name}" value="${choice}"${checked}> ${choice}</label>`;
  });
  return `<fieldset><legend>${title}</legend>\n${radios.join('\n')}\n</fieldset>`;
}

function renderTwin(title: string, at: number): string {
  const letter = 'AB'[at];
  return (
    `<article data-scenario="${escapeHtml(title)}" aria-labelledby="twin-${letter}">\n` +
    `<h3 id="twin-${letter}">Order ${letter}</h3>\n<ol tabindex="0" aria-labelledby="twin-${letter}"></ol>\n` +
    '<details><summary>Your report</summary><div></div></details>\n</article>'
  );
}
