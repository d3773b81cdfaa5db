import { describe, expect, it } from '@jest/globals';
import { en } from '../locales/en.js';
import { html } from '../renderers/html.js';
import { json, problemJson } from '../renderers/json.js';
import { problemXml } from '../renderers/problem-xml.js';
import type { Renderer } from '../renderers/renderer.js';
import { text } from '../renderers/text.js';
import { contentTypeOf } from './representation.js';

describe('contentTypeOf', () => {
  it.each([
    [problemJson, 'application/problem+json'],
    [json, 'application/json'],
    [html, 'text/html; charset=utf-8'],
    [text, 'text/plain; charset=utf-8'],
    [problemXml, 'application/problem+xml; charset=utf-8'],
    [custom('application/xml'), 'application/xml; charset=utf-8'],
    [custom('application/xhtml+xml'), 'application/xhtml+xml; charset=utf-8'],
    [custom('image/svg+xml'), 'image/svg+xml; charset=utf-8'],
    [custom('application/vnd.api+json'), 'application/vnd.api+json'],
    [custom('application/yaml'), 'application/yaml'],
    [custom('text/markdown; variant=GFM'), 'text/markdown; variant=GFM'],
  ])('names the charset where the type has one: %j', (renderer, expected) => {
    expect(contentTypeOf(renderer)).toBe(expected);
  });
});

describe.each([problemJson, json])('$mediaType', (renderer) => {
  it('is the problem document itself', () => {
    const problem = { type: 'about:blank', title: 'Gone', status: 410, since: '2020' };
    expect(JSON.parse(renderer.render(problem, en))).toEqual(problem);
  });
});

function custom(mediaType: string): Renderer {
  return { mediaType, render: () => '' };
}
