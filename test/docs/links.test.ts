import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { readContents } from '../../docs-site/contents.mjs';
import { slugOfHeading } from '../../docs-site/heading-slug.mjs';

const inFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name));

const DOCS = inFolder('docs');
const PACKAGES = readdirSync('packages').flatMap((name) => inFolder(`packages/${name}`));
const DOCUMENTS = [...inFolder('.'), ...DOCS, ...PACKAGES];

/** A document without code and comments, which only look as if they had links and headings. */
const readProse = (file: string): string =>
  readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```$|<!--[\s\S]*?-->/gm, '');

const linksOf = (file: string): string[] =>
  Array.from(readProse(file).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link);

function anchorsOf(file: string): string[] {
  const seen = new Map<string, number>();
  return Array.from(readProse(file).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => {
    const slug = slugOfHeading(heading.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1'));
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** What is wrong with a link of a document; nothing, if it leads somewhere. */
function faultOf(file: string, link: string): string[] {
  if (/^(?:https:|mailto:)/.test(link)) return URL.canParse(link) ? [] : [`${link} is no URL`];
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : posix.join(posix.dirname(file), path);
  if (!existsSync(target)) return [`${link} leads to no file`];
  if (anchor === undefined || anchorsOf(target).includes(anchor)) return [];
  return [`${link} leads to no heading`];
}

describe.each(DOCUMENTS)('%s', (file) => {
  it('links to what is there', () => {
    expect(linksOf(file).flatMap((link) => faultOf(file, link))).toEqual([]);
  });
});

describe('the links of documents', () => {
  it('are found, and those that lead nowhere too', () => {
    expect(linksOf('docs/README.md').length).toBeGreaterThan(10);
    expect(faultOf('README.md', 'docs/nowhere.md')).toHaveLength(1);
    expect(faultOf('README.md', 'docs/options.md#nowhere')).toHaveLength(1);
    expect(faultOf('docs/access.md', 'options.md#reports')).toEqual([]);
  });
});

describe('docs/README.md', () => {
  it('lists each page', () => {
    const listed = readContents().flatMap(({ pages }) => pages.map(({ link }) => `docs/${link}`));
    expect(new Set(listed).size).toBe(listed.length);
    const pages = listed.filter((link) => !link.includes('#'));
    expect([...pages, 'docs/README.md'].sort()).toEqual([...DOCS].sort());
  });
});
