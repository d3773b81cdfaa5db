import { findStatus, listSources } from '@faultless/core/statuses';
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
    expect(error).toContain(`There is no status ${typo}; near it: `);
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
    ['lst', 'Did you mean list?'],
    ['explain', "missing required argument 'code'"],
    ['explain 404 --lang fr', 'Allowed choices are en, zh-CN'],
    ['list nowhere', 'Allowed choices are iana'],
    ['explain 404 --colour', 'unknown option'],
  ])('ends with 2 on wrong usage: %s', (line, message) => {
    const { code, error } = run(line);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
