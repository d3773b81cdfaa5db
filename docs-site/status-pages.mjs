import { mkdirSync, writeFileSync } from 'node:fs';
import { findStatus, listSources, statusesOf } from '@faultless/core/statuses';
import { throwOf } from '../packages/cli/dist/format-status.js';
import { answerTo } from './example-answers.mjs';

const TRY_AGAIN = {
  true: 'The same request may work later.',
  false: 'The same request gets the same answer.',
  unknown: 'Nobody can say whether the same request works later.',
};

const TRANSPORT = {
  close: 'Nothing: the connection is closed without a byte.',
  'client-gone': 'Nothing: the client has left.',
};

const pageOf = ({ source, id, code }) => (source === 'iana' ? code : id.replace(/[:.]/g, '-'));
/** A text as Markdown that says the same. */
const write = (text) => text.replace(/[*_<[\]{|\\`]/g, '\\$&');
const linkTo = (status) => `[${status.code} ${write(status.phrase)}](${pageOf(status)}.md)`;

/** Writes a page for each status of the catalogue, and one that lists them. */
export function writeStatusPages(folder) {
  mkdirSync(folder);
  const sources = listSources().map((source) => statusesOf(source));
  for (const status of sources.flat()) {
    writeFileSync(`${folder}/${pageOf(status)}.md`, writeStatus(status));
  }
  writeFileSync(`${folder}/index.md`, writeList(sources));
}

function writeStatus(status) {
  const { code, phrase, source, texts, note } = status;
  const { en, 'zh-CN': zh } = texts;
  const facts = factsOf(status).map(([name, value]) => `- ${name}: ${value}`);
  return [
    `# ${code} ${write(phrase)}`,
    write(`${en.detail} ${en.advice}`),
    facts.join('\n'),
    ...(note === undefined ? [] : [write(note)]),
    ...writeAnswer(throwOf(status)),
    ...(source === 'iana' ? writeNeighbours(code) : []),
    '## In Chinese',
    `<p lang="zh-CN">${zh.title}：${zh.detail}${zh.advice}</p>`,
    '',
  ].join('\n\n');
}

function factsOf(status) {
  const { id, code, vendor, versions, nearest, reason, transport, wire, reference } = status;
  const [registered] = findStatus(nearest);
  const line = throwOf(status);
  const others = findStatus(code).filter((other) => other.id !== id);
  const isItself = code === String(nearest);
  return [
    ['Who says it', [vendor, versions].filter(Boolean).join(' ')],
    ['Its name here', `\`${id}\``],
    ...(line === undefined ? [] : [['To send it', `\`${line}\``]]),
    ...(isItself ? [] : [['What leaves', answerOf({ registered, reason, transport })]]),
    ['Try again', TRY_AGAIN[status.temporary]],
    ['In a status line', wire ? 'It may stand there.' : 'It never does.'],
    ['Defined in', write(reference)],
    ...(others.length === 0
      ? []
      : [
          [
            'The same code elsewhere',
            others.map((other) => `${linkTo(other)}: ${other.vendor}`).join('; '),
          ],
        ]),
  ];
}

function answerOf({ registered, reason, transport }) {
  if (transport !== undefined) return TRANSPORT[transport];
  return `${linkTo(registered)}. ${write(reason)}`;
}

function writeAnswer(line) {
  const answer = line && answerTo(line);
  return answer === undefined ? [] : ['## The answer', `\`\`\`http\n${answer}\n\`\`\``];
}

/** The statuses of vendors that a registered one is sent for. */
function writeNeighbours(code) {
  const sentFor = listSources()
    .flatMap((source) => statusesOf(source))
    .filter(({ source, nearest }) => source !== 'iana' && String(nearest) === code);
  if (sentFor.length === 0) return [];
  const list = sentFor.map((status) => `- ${linkTo(status)}: ${status.vendor}`);
  return ['## Sent for', list.join('\n')];
}

function writeList(sources) {
  const parts = sources.map((statuses) => {
    const rows = statuses.map((status) => `- ${linkTo(status)}`);
    return `## ${statuses[0].vendor}\n\n${rows.join('\n')}`;
  });
  return ['---\nsearch: false\n---', '# Every status', ...parts, ''].join('\n\n');
}
