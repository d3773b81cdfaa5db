import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import * as core from '@faultless/core';
import { findStatus, listSources, statusesOf } from '@faultless/core/statuses';
import { throwOf } from './format-status.js';
import { listCodes } from './list-codes.js';
import { createProgram } from './program.js';
import { type Case, STAGES } from './which/stages.js';

interface Given {
  readonly width?: number;
  readonly colour?: boolean;
  readonly typed?: readonly string[];
}

async function run(line: string, { width, colour = false, typed = [] }: Given = {}) {
  let out = '';
  let error = '';
  const code = await createProgram({
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    width,
    colour,
    readLines: () => Readable.from(typed),
  }).run(line.split(' ').filter(Boolean));
  return { code, out, error };
}

describe('faultless explain', () => {
  it('tells what happened, what to do, and what to answer', async () => {
    const { code, out, error } = await run('explain 403.14');
    const [status] = findStatus('403.14');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('iis:403.14');
    expect(out).toContain(String(status?.texts.en.detail));
    expect(out).toContain(`Answer with: 403. ${String(status?.reason)}`);
  });

  it('names every claimant of a code, and one vendor if asked', async () => {
    expect((await run('explain 499')).out).toMatch(/nginx:499[\s\S]*esri:499/);
    expect((await run('explain nginx:499')).out).not.toContain('esri:499');
  });

  it('speaks Chinese', async () => {
    const { out } = await run('explain 401 --lang zh-CN');
    expect(out).toContain(String(findStatus('401')[0]?.texts['zh-CN'].title));
    expect(out).toContain('来源:');
  });

  it('takes a bare code for one to explain, and zh for Chinese', async () => {
    expect(await run('404')).toEqual(await run('explain 404'));
    expect(await run('iis:403.14 --lang zh')).toEqual(await run('explain iis:403.14 --lang zh-CN'));
    expect(await run('lst')).toEqual(await run('explain lst'));
  });

  it.each(listCodes())('tells what the code $code means', async ({ code, text, status, docs }) => {
    const one = async (lang: string): Promise<string> =>
      (await run(`${code} --lang ${lang}`, { width: 1000 })).out.replace(/\n/g, ' ');
    expect(await one('en')).toContain(text.en.slice(0, 60));
    expect(await one('zh')).toContain(text['zh-CN'].slice(0, 10));
    expect(await one('en')).toContain(docs.slice(0, 60));
    expect(status ?? '400').toMatch(/^[45]\d\d/);
    expect(JSON.parse((await run(`${code} --json`)).out)).toMatchObject({ code, docs });
  });

  it.each(['token_expired', 'already_exists', 'too_many_connections', 'validation_failed'])(
    'knows %s',
    (code) => {
      expect(listCodes().map((one) => one.code)).toContain(code);
    },
  );

  it('does not take for a code what only texts are named by', async () => {
    expect((await run('member_missing')).code).toBe(1);
  });

  it.each(listSources().flatMap((source) => statusesOf(source)))(
    'names a line that throws $id',
    (status) => {
      const line = throwOf(status);
      if (status.nearest < 400) {
        expect(line).toBeUndefined();
        return;
      }
      expect(() => runInNewContext(String(line), { ...core })).toThrow(
        expect.objectContaining({
          status: status.source === 'iana' ? Number(status.code) : status.nearest,
        }),
      );
    },
  );

  it('prints the data as JSON', async () => {
    expect(JSON.parse((await run('explain 499 --json')).out)).toEqual(
      JSON.parse(JSON.stringify(findStatus(499))),
    );
  });

  it.each([
    ['4041', '404'],
    ['403.24', '403.2'],
    ['nginx:498', 'nginx:499'],
  ])('suggests what is near to %s', async (typo, near) => {
    const { code, out, error } = await run(`explain ${typo}`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(`There is no status or code ${typo}; near it: `);
    expect(error).toContain(near);
  });

  it('leads on to search where nothing is near', async () => {
    expect((await run('explain teapot')).error).toContain('faultless search');
  });

  it('keeps to the width of the terminal', async () => {
    const lines = (await run('explain 403.14', { width: 40 })).out.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('uses colour only where it is told to', async () => {
    expect((await run('explain 404')).out).not.toContain('\u001b');
    expect((await run('explain 404', { colour: true })).out).toContain('\u001b[');
  });
});

describe('faultless search', () => {
  it('finds by words of names and explanations, in any case', async () => {
    const { code, out } = await run('search TIMEOUT');
    expect(code).toBe(0);
    for (const id of ['iana:408', 'iana:504', 'iis:502.1']) expect(out).toContain(id);
  });

  it('finds Chinese words', async () => {
    expect((await run('search 超时')).out).toContain('iana:408');
  });

  it('asks for all the words', async () => {
    expect((await run('search gateway timeout --json')).out).toContain('"iana:504"');
    expect((await run('search gateway timeout')).out).not.toContain('iana:408');
  });

  it('says so when nothing is found', async () => {
    const { code, error } = await run('search xyzzy');
    expect({ code, error }).toEqual({ code: 1, error: 'No status has to do with xyzzy.\n' });
  });
});

describe('faultless list', () => {
  it('lists the codes of a source', async () => {
    expect((await run('list nginx')).out.trim().split('\n')).toHaveLength(6);
    expect(JSON.parse((await run('list nginx --json')).out)).toHaveLength(6);
  });

  it('lists the sources', async () => {
    const { out } = await run('list');
    for (const source of listSources()) expect(out).toContain(source);
  });
});

describe('faultless which', () => {
  /** What is typed to choose a case of a stage: Enter for every stage before it. */
  const choose = (stage: number, place: number): string[] => [
    ...Array.from({ length: stage }, () => ''),
    String(place + 1),
  ];
  const cases = STAGES.flatMap(({ id, cases: all }, stage) =>
    all.map((one: Case, place) => ({ ...one, id, en: one.when.en, typed: choose(stage, place) })),
  );

  it.each(cases)('$id: $en → $status', async ({ typed, when, status, page }) => {
    const { code, out } = await run('which', { typed, width: 1000 });
    const answer = out.slice(out.lastIndexOf('> '));
    expect(code).toBe(0);
    expect(answer).toContain(`\n${status} `);
    expect(answer).toContain(`Because: ${when.en}`);
    expect(answer).toContain(`/docs/${page}`);
    const [, line = ''] = /^Throw: (.*)$/m.exec(answer) ?? [];
    if (status < 400) {
      expect(line).toBe('nothing: this is no error');
      return;
    }
    const [, name] = /^Class: (\w+)$/m.exec(answer) ?? [];
    expect(line).toContain(`throw new ${String(name)}(`);
    let thrown: unknown;
    try {
      runInNewContext(line, { ...core });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(core.HttpError);
    const concealed = (thrown as core.HttpError).conceal === true;
    expect(concealed ? 404 : (thrown as core.HttpError).status).toBe(status);
  });

  it('speaks Chinese', async () => {
    const { out } = await run('which --lang zh', { typed: ['2'] });
    expect(out).toContain('服务器能受理这个请求吗？');
    expect(out).toContain('抛出: throw new NotImplemented()');
  });

  it('asks again where an answer is none of those', async () => {
    const typed = ['yes', '0', '99', '1'];
    const { code, out } = await run('which', { typed });
    expect(code).toBe(0);
    expect(out.match(/Say a number from 1 to 4, or press Enter\./g)).toHaveLength(3);
    expect(out).toContain('505 HTTP Version Not Supported');
  });

  it('ends well where nothing stands against the request', async () => {
    const { code, out } = await run('which', { typed: STAGES.map(() => '') });
    expect(code).toBe(0);
    expect(out).toContain('answer with 200, 201 or 204');
  });

  it('says so when the answers end early', async () => {
    const { code, error } = await run('which', { typed: ['', ''] });
    expect({ code, error }).toEqual({
      code: 1,
      error: 'The answers ended before the last question.\n',
    });
  });

  it('prints the data alone with --json', async () => {
    const { out, error } = await run('which --json', { typed: ['', '1'] });
    expect(JSON.parse(out)).toMatchObject({
      status: 400,
      class: 'BadRequest',
      line: 'throw new BadRequest()',
    });
    expect(error).toContain('Is the request understood?');
  });
});

describe('faultless', () => {
  it('teaches by --help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const word of ['explain', 'search', 'list', 'Examples:', 'Exit codes:', 'NO_COLOR']) {
      expect(out).toContain(word);
    }
  });

  it.each([
    ['', 'Usage'],
    ['explain', 'Usage'],
    ['explain 404 --lang fr', 'Allowed choices are en, zh, zh-CN'],
    ['list nowhere', 'Allowed choices are iana'],
    ['explain 404 --colour', 'unknown option'],
  ])('ends with 2 on wrong usage: %s', async (line, message) => {
    const { code, error } = await run(line);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
