import { encodeUriReference, isUriReference } from './uri-reference.js';

describe('encodeUriReference', () => {
  it.each([
    ['https://isp.example/a%20b', 'https://isp.example/a%20b'],
    ['http://[::1]:8080/?a=b&c=d#e', 'http://[::1]:8080/?a=b&c=d#e'],
    ['/a b', '/a%20b'],
    ['/<>"\\', '/%3C%3E%22%5C'],
    ['/\r\n', '/%0D%0A'],
    ['/中', '/%E4%B8%AD'],
    ['/\ud800', '/%EF%BF%BD'],
    ['', ''],
  ])('makes of %j %j', (text, encoded) => {
    expect(encodeUriReference(text)).toBe(encoded);
    if (encoded !== '') expect(isUriReference(encoded)).toBe(true);
  });
});

describe('isUriReference', () => {
  it.each(['a b', '<a>', '中', '', 5, undefined])('refuses %p', (value) => {
    expect(isUriReference(value)).toBe(false);
  });
});
