import { Forbidden, NotFound } from '../index.js';

it('a concealed Forbidden has the members of a NotFound, in their order', () => {
  const members = Object.keys(new NotFound());
  expect(members).toContain('conceal');
  expect(Object.keys(new Forbidden({ conceal: true }))).toEqual(members);
});
