const find = (id) => document.getElementById(id);
const dials = document.querySelector('.dials');
const scenarios = document.querySelector('.scenarios');

/** Makes an element; texts are never markup. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Has a scenario sent with what the dials say. Throws what the relay says against it. */
async function send(scenario) {
  const chosen = Object.fromEntries(new FormData(dials));
  const response = await fetch('/try', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ scenario, ...chosen }),
  });
  const content = await response.json();
  if (!response.ok) throw new Error(content.detail);
  return content;
}

/** A line of the answer, which shows its reason when it is pointed at, touched or reached by key. */
function makeLine({ text, why, section, url }, at, list) {
  if (why === undefined) return make('li', {}, make('code', { tabindex: '0' }, text));
  const line = make('button', { type: 'button', 'aria-describedby': `${list}-${at}` });
  line.append(make('code', {}, ...splitName(text)));
  const link = make('a', { href: url, target: '_blank', rel: 'noreferrer' }, section);
  const reason = make('span', { id: `${list}-${at}`, class: 'reason' }, why);
  const item = make('li', {}, line, link, reason);
  const show = () => {
    document.querySelector('.wire [data-shown]')?.removeAttribute('data-shown');
    item.dataset.shown = '';
    find('why-line').textContent = text;
    find('why-text').textContent = why;
    find('why-section').textContent = section;
    find('why-section').href = url;
    find('why-section').hidden = false;
  };
  item.addEventListener('pointerenter', show);
  item.addEventListener('focusin', show);
  item.show = show;
  return item;
}

/** A field's name or a member's, apart from the rest. */
function splitName(text) {
  const end = text.search(/(?<=^[\w-]+|^\{?"\w+"):/);
  return end < 0 ? [text] : [make('b', {}, text.slice(0, end)), text.slice(end)];
}

function makeReport(report) {
  if (report === undefined) return [make('p', {}, 'Nothing: no handler failed.')];
  const rows = report.facts.map(([name, text]) =>
    make('div', { 'data-fact': name }, make('dt', {}, name), make('dd', {}, text)),
  );
  return [
    make('p', { class: 'level', 'data-level': report.level }, report.level),
    make('dl', {}, ...rows),
  ];
}

function describe({ status, phrase, head, length, whole }, report) {
  const end = whole
    ? `${length} bytes of body`
    : 'and then it breaks off, so that nobody takes it for whole';
  const told = report === undefined ? 'No report.' : `Reported as ${report.level}.`;
  return `${status} ${phrase}: ${head.length - 1} fields, ${end}. ${told}`;
}

/** Only the newest answer is shown, whichever comes last. */
let latest = 0;

async function tryOne(button, { quiet = false } = {}) {
  scenarios.querySelector('[aria-current]')?.removeAttribute('aria-current');
  button.setAttribute('aria-current', 'true');
  const turn = ++latest;
  const outcome = await send(button.value).catch((error) => ({ error }));
  if (turn !== latest) return;
  if (outcome.error !== undefined) {
    find('said').textContent = `This could not be tried. ${outcome.error.message}`;
    return;
  }
  const { request, curl, answer, report } = outcome;
  find('request').textContent = request;
  find('curl').textContent = curl;
  const lines = answer.head.map((part, at) => makeLine(part, at, 'head'));
  find('head').replaceChildren(...lines);
  find('head').dataset.class = String(answer.status)[0];
  find('body').replaceChildren(...answer.body.map((part, at) => makeLine(part, at, 'body')));
  find('report').replaceChildren(...makeReport(report));
  const preview = find('preview');
  preview.hidden = answer.mediaType !== 'text/html';
  preview.srcdoc = preview.hidden ? '' : answer.body[0].text;
  // What only this status has says most about it.
  const telling = /^(?:WWW-|Allow|Accept|Retry|Link|Upgrade|Content-Range)/;
  (lines.find((_line, at) => telling.test(answer.head[at].text)) ?? lines[0]).show?.();
  find('said').textContent = describe(answer, report);
  if (!quiet && find('wire-title').getBoundingClientRect().top > innerHeight * 0.6) {
    find('wire-title').scrollIntoView({ block: 'start' });
  }
}

/** What is new in each answer, whatever it is for. */
const FRESH = /(?<=^Date: ).*|urn:uuid:[\da-f-]{36}/gm;

async function compare() {
  const articles = [...document.querySelectorAll('.twins article')];
  const outcomes = await Promise.all(articles.map(({ dataset }) => send(dataset.scenario))).catch(
    () => [],
  );
  if (outcomes.length === 0) return;
  const texts = outcomes.map(({ answer }) =>
    [...answer.head, ...answer.body].flatMap(({ text }) => text.trimEnd().split('\n')),
  );
  const differing = new Set();
  for (const [at, article] of articles.entries()) {
    const lines = texts[at].map((text, row) => {
      const other = texts[1 - at][row] ?? '';
      const same = text.replace(FRESH, '') === other.replace(FRESH, '');
      if (!same) differing.add(row);
      const mark = same ? (text === other ? '=' : '≈') : '≠';
      const meaning = { '=': 'same', '≈': 'new in each answer', '≠': 'different' }[mark];
      const sign = make(
        'span',
        { class: 'sign', role: 'img', 'aria-label': meaning, title: meaning },
        mark,
      );
      return make('li', { 'data-mark': mark }, sign, make('code', {}, text));
    });
    article.querySelector('ol').replaceChildren(...lines);
    article.querySelector('details div').replaceChildren(...makeReport(outcomes[at].report));
  }
  const count = differing.size;
  find('verdict').textContent =
    count === 0 && texts[0].length === texts[1].length
      ? `No difference in ${texts[0].length} lines.`
      : `${count} lines differ.`;
  find('verdict').dataset.same = String(count === 0);
}

const wide = matchMedia('(min-width: 64rem)');
const current = () => scenarios.querySelector('[aria-current]');

/** Where there is room all requests are in sight, else those of one group. */
function unfold() {
  for (const group of scenarios.querySelectorAll('details')) {
    if (wide.matches) group.removeAttribute('name');
    else group.setAttribute('name', 'group');
    group.open = wide.matches || group.contains(current());
  }
  document.querySelector('.request').open = wide.matches;
}

scenarios.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (button !== null) tryOne(button);
});
dials.addEventListener('change', () => {
  tryOne(current(), { quiet: true });
  compare();
});
dials.addEventListener('submit', (event) => event.preventDefault());
wide.addEventListener('change', unfold);

find('list').open = false;
find('playground').hidden = false;
unfold();
tryOne(current(), { quiet: true });
compare();
