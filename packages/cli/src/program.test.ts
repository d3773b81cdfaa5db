import { runInNewContext } from 'node:vm';
import * as core from '@faultless/core';
import { findStatus, listSources, statusesOf } from '@faultless/core/statuses';
import { throwOf } from './format-status.js';
import { listCodes } from './list-codes.js';
import { createProgram } from './program.js';

function run(line: string, { width, colour = false }: { width?: number; colour?: boolean } = {}) {
  let out = '';
  let error = '';
  const code = createProgram({
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    width,
    colour,
  }).run(line.split(' ').filter(Boolean));
  return { code, out, error };
}

describe('faultless explain', () => {
  it('tells what happened, what to do, and what to answer', () => {
    const { code, out, error } = run('explain 403.14');
    const [status] = findStatus('403.14');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('iis:403.14');
    expect(out).toContain(String(status?.texts.en.detail));
    expect(out).toContain(`Answer with: 403. ${String(status?.reason)}`);
  });

  it('names every claimant of a code, and one vendor if asked', () => {
    expect(run('explain 499').out).toMatch(/nginx:499[\s\S]*esri:499/);
    expect(run('explain nginx:499').out).not.toContain('esri:499');
  });

  it('speaks Chinese', () => {
    const { out } = run('explain 401 --lang zh-CN');
    expect(out).toContain(String(findStatus('401')[0]?.texts['zh-CN'].title));
    expect(out).toContain('来源:');
  });

  it('takes a bare code for one to explain, and zh for Chinese', () => {
    expect(run('404')).toEqual(run('explain 404'));
    expect(run('iis:403.14 --lang zh')).toEqual(run('explain iis:403.14 --lang zh-CN'));
    expect(run('lst')).toEqual(run('explain lst'));
  });

  it.each(listCodes())('tells what the code $code means', ({ code, text, status, docs }) => {
    const one = (lang: string): string =>
      run(`${code} --lang ${lang}`, { width: 1000 }).out.replace(/\n/g, ' ');
    expect(one('en')).toContain(text.en.slice(0, 60));
    expect(one('zh')).toContain(text['zh-CN'].slice(0, 10));
    expect(one('en')).toContain(docs.slice(0, 60));
    expect(status ?? '400').toMatch(/^[45]\d\d/);
    expect(JSON.parse(run(`${code} --json`).out)).toMatchObject({ code, docs });
  });

  it.each(['token_expired', 'already_exists', 'too_many_connections', 'validation_failed'])(
    'knows %s',
    (code) => {
      expect(listCodes().map((one) => one.code)).toContain(code);
    },
  );

  it('does not take for a code what only texts are named by', () => {
    expect(run('member_missing').code).toBe(1);
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

  it('prints the data as JSON', () => {
    expect(JSON.parse(run('explain 499 --json').out)).toEqual(
      JSON.parse(JSON.stringify(findStatus(499))),
    );
  });

  it.each([
    ['4041', '404'],
    ['403.24', '403.2'],
    ['nginx:498', 'nginx:499'],
  ])('suggests what is near to %s', (typo, near) => {
    const { code, out, error } = run(`explain ${typo}`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(`There is no status or code ${typo}; near it: `);
    expect(error).toContain(near);
  });

  it('leads on to search where nothing is near', () => {
    expect(run('explain teapot').error).toContain('faultless search');
  });

  it('keeps to the width of the terminal', () => {
    const lines = run('explain 403.14', { width: 40 }).out.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('uses colour only where it is told to', () => {
    expect(run('explain 404').out).not.toContain('\u001b');
    expect(run('explain 404', { colour: true }).out).toContain('\u001b[');
  });
});

describe('faultless search', () => {
  it('finds by words of names and explanations, in any case', () => {
    const { code, out } = run('search TIMEOUT');
    expect(code).toBe(0);
    for (const id of ['iana:408', 'iana:504', 'iis:502.1']) expect(out).toContain(id);
  });

  it('finds Chinese words', () => {
    expect(run('search 超时').out).toContain('iana:408');
  });

  it('asks for all the words', () => {
    expect(run('search gateway timeout --json').out).toContain('"iana:504"');
    expect(run('search gateway timeout').out).not.toContain('iana:408');
  });

  it('says so when nothing is found', () => {
    const { code, error } = run('search xyzzy');
    expect({ code, error }).toEqual({ code: 1, error: 'No status has to do with xyzzy.\n' });
  });
});

describe('faultless list', () => {
  it('lists the codes of a source', () => {
    expect(run('list nginx').out.trim().split('\n')).toHaveLength(6);
    expect(JSON.parse(run('list nginx --json').out)).toHaveLength(6);
  });

  it('lists the sources', () => {
    const { out } = run('list');
    for (const source of listSources()) expect(out).toContain(source);
  });
});

describe('faultless', () => {
  it('teaches by --help', () => {
    const { code, out } = run('--help');
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
  ])('ends with 2 on wrong usage: %s', (line, message) => {
    const { code, error } = run(line);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
