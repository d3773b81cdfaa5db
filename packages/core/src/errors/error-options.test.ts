import { defineProblem, HttpError, InternalServerError, NotFound } from '../index.js';

describe('an error of ours', () => {
  it.each([
    [42, 'an error takes a detail and options, not 42'],
    [null, 'an error takes a detail and options, not null'],
    [[], 'an error takes a detail and options, not an array'],
    [
      new Error('x'),
      'an error takes a detail and options, not another error; give it as { cause }',
    ],
    [{ headers: [] }, 'headers must be an object of field names and values, not an array'],
    [{ type: 'not a URI' }, 'type must be a URI reference, not "not a URI"'],
    [{ conceal: 'yes' }, 'conceal must be true, false, or the NotFound to imitate, not "yes"'],
    [{ conceal: new InternalServerError() }, 'conceal must be true, false, or the NotFound'],
  ])('refuses to be made of %p', (first, message) => {
    expect(() => new NotFound(first as never)).toThrow(TypeError);
    expect(() => new NotFound(first as never)).toThrow(message);
  });

  it.each([
    ['text', '"text"'],
    [7, '7'],
    [[], 'an array'],
    [new Error('x'), 'another error; give it as { cause }'],
  ])('refuses %p for its options', (second, called) => {
    const message = `an error's options must be an object, not ${called}`;
    expect(() => new NotFound('detail', second as never)).toThrow(new TypeError(message));
  });

  it.each([399, 600, 404.5, '404', undefined])('refuses the status %p', (status) => {
    expect(() => new HttpError(status as never)).toThrow(TypeError);
  });
});

describe('defineProblem', () => {
  const definition = { type: 'https://example.com/problems/x', title: 'X' };

  it.each([200, 399, 600, '404', undefined])('refuses the status %p', (status) => {
    expect(() => defineProblem({ ...definition, status: status as never })).toThrow(
      /^status must be an integer from 400 to 599, not /,
    );
  });

  it.each([
    [401, 'Unauthorized'],
    [405, 'Method Not Allowed'],
    [407, 'Proxy Authentication Required'],
    [416, 'Range Not Satisfiable'],
    [426, 'Upgrade Required'],
  ])('refuses %i, which owes a field that only the occurrence knows', (status, phrase) => {
    const message = `a ${status} ${phrase} owes a header field: extend its own class instead`;
    expect(() => defineProblem({ ...definition, status: status as never })).toThrow(
      new TypeError(message),
    );
  });

  it('refuses a title that is no text', () => {
    expect(() => defineProblem({ ...definition, status: 409, title: 5 as never })).toThrow(
      'title must be a string, not 5',
    );
  });

  it.each([
    [{}, {}, true],
    [{}, { expose: false }, false],
    [{ expose: undefined }, { expose: false }, false],
    [{ expose: false }, {}, false],
    [{ expose: false }, { expose: true }, true],
  ])('is exposed as an occurrence says, else as defined: %p, %p', (defined, said, exposed) => {
    const Problem = defineProblem({ ...definition, ...defined, status: 409 });
    expect(new Problem('detail', undefined, said).expose).toBe(exposed);
  });
});
