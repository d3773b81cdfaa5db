import { findStatus } from '@faultless/core/statuses';
import picocolors from 'picocolors';
import { EXIT } from '../exit.js';
import { type CommandOptions, formatEntry, type Terminal, writeJson } from '../format-status.js';
import { DOCS } from '../list-codes.js';
import { describeCase } from './describe-case.js';
import { type Case, STAGES, type Stage } from './stages.js';

const LABELS = {
  en: {
    nothing: 'yes, nothing of this',
    enter: 'Enter',
    choose: (most: number) => `Say a number from 1 to ${most}, or press Enter.`,
    ended: 'The answers ended before the last question.',
    passed: 'Nothing stands against it: answer with 200, 201 or 204.',
    because: 'Because',
    class: 'Class',
    throw: 'Throw',
    noError: 'nothing: this is no error',
    reference: 'See',
    docs: 'Docs',
  },
  'zh-CN': {
    nothing: '能，没有以上问题',
    enter: '回车',
    choose: (most: number) => `请输入 1 到 ${most}，或按回车。`,
    ended: '问题还没问完，回答就结束了。',
    passed: '没有任何问题：以 200、201 或 204 响应。',
    because: '因为',
    class: '类',
    throw: '抛出',
    noError: '不用抛出：这不是错误',
    reference: '参见',
    docs: '文档',
  },
} as const;

/** Asks one question after the other until one has an answer, and tells how it is thrown. */
export async function which({ lang, json }: CommandOptions, terminal: Terminal): Promise<number> {
  const answers = terminal.readLines()[Symbol.asyncIterator]();
  // The data are for a program, the questions for who answers them.
  const say = json ? terminal.writeError : terminal.write;
  const found = await findCase(answers, say, { lang, terminal });
  await answers.return?.();
  if (found === 'ended') {
    terminal.writeError(`${LABELS[lang].ended}\n`);
    return EXIT.nothingFound;
  }
  if (json) {
    writeJson(found ? { ...describeCase(found), when: found.when[lang] } : null, terminal);
  } else {
    terminal.write(found ? formatCase(found, lang, terminal) : `${LABELS[lang].passed}\n`);
  }
  return EXIT.found;
}

/** The first case that applies; undefined where none does. */
async function findCase(
  answers: AsyncIterator<string>,
  say: Terminal['write'],
  look: Look,
): Promise<Case | 'ended' | undefined> {
  for (const [index, stage] of STAGES.entries()) {
    say(formatStage(stage, index, look));
    const found = await readCase(stage, answers, () =>
      say(`${LABELS[look.lang].choose(stage.cases.length)}\n> `),
    );
    say('\n');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The case that was chosen; undefined where none applies. */
async function readCase(
  { cases }: Stage,
  answers: AsyncIterator<string>,
  askAgain: () => void,
): Promise<Case | 'ended' | undefined> {
  for (;;) {
    const next = await answers.next();
    if (next.done === true) return 'ended';
    const given = next.value.trim();
    if (given === '') return undefined;
    const chosen = /^\d+$/.test(given) ? cases[Number(given) - 1] : undefined;
    if (chosen !== undefined) return chosen;
    askAgain();
  }
}

interface Look {
  readonly lang: CommandOptions['lang'];
  readonly terminal: Terminal;
}

function formatStage({ question, cases }: Stage, index: number, { lang, terminal }: Look): string {
  const { bold, cyan, dim } = picocolors.createColors(terminal.colour);
  const { enter, nothing } = LABELS[lang];
  const choices = cases.map(
    ({ when, status }, place) =>
      `  ${cyan(String(place + 1).padStart(2))}  ${when[lang]} ${dim(`→ ${status}`)}`,
  );
  return [
    `${dim(`${index + 1}/${STAGES.length}`)} ${bold(question[lang])}`,
    ...choices,
    `  ${cyan(enter)}  ${nothing}`,
    '> ',
  ].join('\n');
}

function formatCase(chosen: Case, lang: CommandOptions['lang'], terminal: Terminal): string {
  const labels = LABELS[lang];
  const { status, phrase, line, reference, page, class: name } = describeCase(chosen);
  const texts = findStatus(`iana:${status}`)[0]?.texts[lang];
  const facts = [
    [labels.because, chosen.when[lang]],
    [labels.class, name],
    [labels.throw, line ?? labels.noError],
    [labels.reference, reference],
    [labels.docs, `${DOCS}/${page}`],
  ] as const;
  const told = texts === undefined ? [] : [texts.detail];
  return formatEntry({ name: String(status), title: phrase, texts: told, facts }, terminal);
}
