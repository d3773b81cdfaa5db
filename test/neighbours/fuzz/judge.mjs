import { WHOLE } from './plan.mjs';
import { readAnswers, readContent } from './read-answers.mjs';

const ONCE = (count) => count === 1;
/** Koa reads no content to answer HEAD, and hears nothing of what would have become of it. */
const ONCE_OR_UNHEARD = (count, { method }) => count === 1 || (method === 'HEAD' && count === 0);
const MAY_BE_TOLD = {
  fine: (count) => count === 0,
  head: ONCE_OR_UNHEARD,
  middle: ONCE_OR_UNHEARD,
};

/**
 * @returns what a request came to, and what is wrong with it, if anything is
 */
export function judge(plan, { bytes, hung, reports, logged }) {
  const wrong = (what) => ({ outcome: 'wrong', wrong: what });
  if (hung) return wrong('hung');
  let answers;
  try {
    answers = readAnswers(bytes, [plan.method]);
  } catch (error) {
    return wrong(error.message);
  }
  const [answer, probe, ...surplus] = answers;
  if (surplus.length > 0) return wrong(`${answers.length} answers`);
  if (!(MAY_BE_TOLD[plan.point] ?? ONCE)(reports.length, plan)) {
    return wrong(
      `reports: ${reports.map(({ outcome, status, error }) => `${outcome} ${status} ${error?.message}`).join(', ')}`,
    );
  }
  if (logged.length !== 1) return wrong(`${logged.length} ends of the response`);
  const [report] = reports;
  if (answer === undefined) return wrong(`no answer, reported as ${report?.outcome}`);
  if (logged[0].status !== answer.status)
    return wrong(`${answer.status}, logged ${logged[0].status}`);
  if (!answer.complete) return judgeHalf(plan, answer, { probe, report, wrong });
  const misled = compareFields(answer, logged[0].headers);
  if (misled !== undefined) return wrong(misled);
  const closes = /close/i.test(answer.headers.connection ?? '');
  const canSeeHalf = plan.method !== 'HEAD' && answer.status !== 204;
  if (probe === undefined && !closes && canSeeHalf) return wrong('whole, and nothing behind it');
  if (probe !== undefined && !readContent(probe).startsWith('/probe/'))
    return wrong('another probe');
  return judgeWhole(plan, answer, { report, canSeeHalf, wrong });
}

/** What Node adds when it writes the head, and a logger can't see. */
const ADDED = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length']);

function compareFields({ headers, status, body }, logged) {
  const differs = (name) =>
    !ADDED.has(name) && [headers[name]].flat().at(-1) !== last(logged[name]);
  const name = [...Object.keys(headers), ...Object.keys(logged)].find(differs);
  if (name !== undefined) return `${name}: ${headers[name]}, logged ${logged[name]}`;
  const length = logged['content-length'];
  const told = status >= 400 && body.length > 0 && length !== undefined;
  return told && Number(length) !== body.length
    ? `${body.length} bytes, logged ${length}`
    : undefined;
}

function last(value) {
  const one = [value].flat().at(-1);
  return one === undefined ? undefined : String(one);
}

function judgeHalf({ point }, { status }, { probe, report, wrong }) {
  if (probe !== undefined) return wrong('something behind a half');
  if (point !== 'head' && point !== 'middle') return wrong(`half of what fails ${point}`);
  if (status !== 200) return wrong(`half a ${status}`);
  if (report.outcome !== 'truncated') return wrong(`a half, reported as ${report.outcome}`);
  return { outcome: 'a half that shows it' };
}

function judgeWhole({ point, status, kind, method }, answer, { report, canSeeHalf, wrong }) {
  if (point === 'fine' || point === 'after') {
    if (answer.status >= 400) return wrong(`${answer.status} for what is fine`);
    if (point === 'after' && report.outcome !== 'too-late')
      return wrong(`reported ${report.outcome}`);
    const content = method === 'HEAD' || kind === 'nothing' ? undefined : readContent(answer);
    if (content !== undefined && content !== WHOLE) return wrong('other content');
    return { outcome: `a whole answer, ${point}` };
  }
  if (answer.status < 400) {
    if (canSeeHalf) return wrong('a half that passes for the whole');
    return { outcome: 'a header without content, in which no half can be seen' };
  }
  if (answer.status !== status) return wrong(`${answer.status} in place of ${status}`);
  if (report.outcome !== 'sent' || report.sentStatus !== status) {
    return wrong(`${status}, reported as ${report.sentStatus} ${report.outcome}`);
  }
  if (method !== 'HEAD' && !readContent(answer).includes(String(status)))
    return wrong('other content');
  return { outcome: `an error, ${point}` };
}
