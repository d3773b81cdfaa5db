import { createHash } from 'node:crypto';
import type { Locale, Occasion, ProblemDocument, Renderer } from '@faultless/core';
import {
  checkOptions,
  createPage,
  escapeMarkup,
  findReference,
  type OptionRule,
  PAGE_STYLE,
} from '@faultless/core/adapter';

/** What a page of yours has beside what all pages have. */
export interface HtmlPageOptions {
  /** The name of the team or product, above what happened. */
  readonly brand?: string | undefined;
  /** A picture before the name: a path of this origin, such as `/logo.svg`, or an image as a `data:` URI. */
  readonly logo?: string | undefined;
  /** Where the home page is: a path of this origin, or an http(s) URL. */
  readonly home?: string | undefined;
  /**
   * Where support is: likewise, or a `mailto:` URI. `{reference}` in it becomes what the page shows
   * as such, the instance or the trace's id, encoded.
   */
  readonly support?: string | undefined;
  /**
   * Where to sign in: a path or an http(s) URL, for a 401. `{return}` in it becomes the path and the
   * query of the request, encoded.
   */
  readonly signIn?: string | undefined;
  /** CSS behind that of the page, whose colours are custom properties: `:root{--accent:#b00}`. */
  readonly style?: string | undefined;
}

/**
 * Makes the HTML format a page of your own. It holds no script, and its policy allows its own style
 * and its logo only.
 *
 *     errorHandler({ renderers: [problemJson, htmlPage({ brand: 'Shop', home: '/' })] })
 *
 * @throws {TypeError} when an option is unknown or wrong
 */
export function htmlPage(options: HtmlPageOptions): Renderer {
  checkOptions('htmlPage', options, RULES);
  const { brand, logo, style: own = '' } = options;
  const style = PAGE_STYLE + own;
  const image = logo && `<img src="${escapeMarkup(logo)}" alt="">`;
  const header = [image, brand && escapeMarkup(brand)].filter(Boolean).join(' ');
  return createPage({
    style,
    styleHash: createHash('sha256').update(style).digest('base64'),
    ...(logo !== undefined && { images: logo.startsWith('data:') ? 'data:' : "'self'" }),
    ...(header !== '' && { header: `<header>${header}</header>\n` }),
    links: (problem, locale, occasion) => {
      const links = listLinks(options, problem, occasion).map(([label, href]) =>
        href === undefined
          ? ''
          : `<a href="${escapeMarkup(href)}">${escapeMarkup(labelOf(label, locale))}</a>`,
      );
      const text = links.join('');
      return text === '' ? '' : `<nav>${text}</nav>\n`;
    },
  });
}

const isLocal = (value: string): boolean => /^\/(?![/\\])[!-~]*$/.test(value);
const isWeb = (value: string): boolean => /^https?:\/\/[!-~]+$/.test(value) && URL.canParse(value);
const isLink = (value: unknown): boolean =>
  typeof value === 'string' && (isLocal(value) || isWeb(value));

const LINK = 'a path of this origin (/…) or an http(s) URL';

const RULES: Readonly<Record<keyof HtmlPageOptions, OptionRule>> = {
  brand: { allowed: 'a text', accepts: (v) => typeof v === 'string' && v !== '' },
  logo: {
    allowed: 'a path of this origin (/…) or a data:image/… URI',
    accepts: (v) => typeof v === 'string' && (isLocal(v) || /^data:image\/[!-~]+$/.test(v)),
  },
  home: { allowed: LINK, accepts: isLink },
  support: {
    allowed: `${LINK}, or a mailto: URI`,
    accepts: (v) => isLink(v) || (typeof v === 'string' && /^mailto:[!-~]+$/.test(v)),
  },
  signIn: { allowed: LINK, accepts: isLink },
  style: {
    allowed: 'CSS without "<"',
    accepts: (v) => typeof v === 'string' && !v.includes('<'),
  },
};

type Label = 'signIn' | 'tryAgain' | 'home' | 'support';

const ENGLISH: Readonly<Record<Label, string>> = {
  signIn: 'Sign in',
  tryAgain: 'Try again',
  home: 'Home page',
  support: 'Contact support',
};

const LABELS: Readonly<Record<string, typeof ENGLISH | undefined>> = {
  'zh-CN': { signIn: '登录', tryAgain: '重试', home: '返回首页', support: '联系客服' },
};

function labelOf(label: Label, { labels, tag }: Locale): string {
  return labels[label] ?? (LABELS[tag] ?? ENGLISH)[label];
}

function listLinks(
  { signIn, home, support }: HtmlPageOptions,
  problem: ProblemDocument,
  { request }: Partial<Occasion>,
): readonly (readonly [Label, string | undefined])[] {
  const { status, temporary } = problem;
  const { method = 'GET', url = '/' } = request ?? {};
  // Only what a link asks for again is the same.
  const isRead = method === 'GET' || method === 'HEAD';
  const back = isRead && isLocal(url) ? url : '/';
  return [
    ['signIn', status === 401 ? signIn && fill(signIn, 'return', back) : undefined],
    ['tryAgain', temporary === true && isRead && isLocal(url) ? url : undefined],
    ['home', home],
    ['support', support && fill(support, 'reference', findReference(problem) ?? '')],
  ];
}

function fill(href: string, name: 'return' | 'reference', value: string): string {
  return href.replaceAll(`{${name}}`, () => encodeURIComponent(value));
}
