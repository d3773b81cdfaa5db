import * as core from '../index.js';

type ErrorClass = new (options: object) => core.HttpError;

const make = (name: string, options: object) => {
  const Class = (core as unknown as Record<string, ErrorClass>)[name] as ErrorClass;
  return () => new Class(options);
};

describe('what an error owes to its status', () => {
  it.each([
    ['ContentTooLarge', { limit: '5' }, 'limit must be a number of bytes (0 or more), not "5"'],
    ['ContentTooLarge', { limit: -1 }, 'limit must be a number of bytes (0 or more), not -1'],
    ['NotAcceptable', { available: 'a/b' }, 'available must be a list of strings, not "a/b"'],
    ['NotAcceptable', { available: [5] }, 'available must be a list of strings, not [5]'],
    ['UnsupportedMediaType', { accept: 'a/b' }, 'accept must be a list of strings, not "a/b"'],
    ['UnsupportedMediaType', { acceptPatch: {} }, 'acceptPatch must be a list of strings'],
    ['UnsupportedMediaType', { acceptQuery: null }, 'acceptQuery must be a list of strings'],
    ['UnsupportedMediaType', { acceptEncoding: 'gzip' }, 'acceptEncoding must be a list of'],
    ['RequestHeaderFieldsTooLarge', { field: 5 }, 'field must be a string, not 5'],
    ['UnavailableForLegalReasons', { blockedBy: 5 }, 'blockedBy must be a string, not 5'],
    ['HttpVersionNotSupported', { supported: '1.1' }, 'supported must be a list of strings'],
    ['NetworkAuthenticationRequired', { login: 5 }, 'login must be a string, not 5'],
  ])('is refused where it is wrong: %s, %p', (name, options, message) => {
    expect(make(name, options)).toThrow(TypeError);
    expect(make(name, options)).toThrow(message);
  });

  it.each(['accept', 'acceptPatch', 'acceptQuery'])(
    'names codings or media types, not both: acceptEncoding with %s',
    (name) => {
      const both = { acceptEncoding: ['gzip'], [name]: ['text/csv'] };
      expect(make('UnsupportedMediaType', both)).toThrow(TypeError);
    },
  );

  it.each(['GET', ['GET\r\nX-Evil: 1'], [5]])('refuses %p for a list of methods', (allow) => {
    const options = { allow } as never;
    expect(() => new core.VendorError('iis:404.6', options)).toThrow(
      /^allow must be a list of methods, not /,
    );
  });
});
