import { listPages, llmsTxt } from './pages/list-files.js';
import type { Site } from './pages/page.js';

export { createPages, type PageReply } from './pages/create-pages.js';
export {
  type ExpressPages,
  expressPages,
  type KoaPages,
  koaPages,
  type PageContext,
  type PageRequest,
  type PageResponse,
} from './pages/middleware.js';

/**
 * Writes the same pages as files for a static server: `out-of-credit.html`, `.json` and `.md`, in each
 * language, `index.*` and `llms.txt`. A server that finds `out-of-credit.html` for `/out-of-credit` has
 * each at the URI of its type.
 *
 * @returns texts by file name
 */
export function writePages(site: Site): ReadonlyMap<string, string> {
  const files = listPages(site).flatMap(({ formats }) => Object.values(formats).flat());
  return new Map([...files, llmsTxt(site)].map(({ name, render }) => [name, render()]));
}
