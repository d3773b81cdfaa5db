import { html } from './html.js';
import { json, problemJson } from './json.js';
import { markdown } from './markdown.js';
import { problemXml } from './problem-xml.js';
import type { Renderer } from './renderer.js';
import { text } from './text.js';

/** Every format; the first is for clients that accept none of them. */
export const BUILT_IN_RENDERERS: readonly [Renderer, ...Renderer[]] = [
  problemJson,
  json,
  html,
  text,
  problemXml,
  markdown,
];
