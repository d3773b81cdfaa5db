import { defineConfig } from 'vitepress';
import { REPOSITORY } from '../../scripts/build/packages.mjs';
import { readContents } from '../contents.mjs';
import { slugOfHeading } from '../heading-slug.mjs';

/** What the build writes itself, and the part that it belongs to. */
const GENERATED = {
  part: 'Look up',
  pages: [
    { title: 'Every status', link: 'status/index.md' },
    { title: 'Every function, class and type', link: 'reference/index.md' },
  ],
};

const toGroup = ({ title, pages }) => ({
  text: title,
  items: [...pages, ...(title === GENERATED.part ? GENERATED.pages : [])].map(
    ({ title, link }) => ({ text: title, link: `/${link.replace('.md', '')}` }),
  ),
});

export default defineConfig({
  title: 'Faultless',
  description: 'The error layer of a Node web server',
  lang: 'en',
  srcDir: 'pages',
  outDir: 'dist',
  cacheDir: 'node_modules/.vitepress',
  markdown: {
    anchor: { slugify: slugOfHeading },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // Nobody knows these; they are written much alike.
    languageAlias: { caddyfile: 'nginx', haproxy: 'nginx', vcl: 'nginx' },
  },
  // The index of the search is one chunk.
  vite: { build: { chunkSizeWarningLimit: 4000 } },
  // What is looked up has no order.
  transformPageData: ({ relativePath, frontmatter }) => {
    if (/^(?:reference|status)\//.test(relativePath)) {
      Object.assign(frontmatter, { prev: false, next: false });
    }
  },
  themeConfig: {
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          // A number with its point is one word: 403.14.
          options: { tokenize: (text) => text.match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? [] },
          searchOptions: { combineWith: 'AND' },
        },
      },
    },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    sidebar: readContents().map(toGroup),
  },
});
