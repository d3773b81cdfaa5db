// Takes the pictures of the documents from what is built: npm run docs:pictures
// With a folder it takes the error page there in every language and look, to be looked at.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ar } from '@faultless/locale-ar';
import {
  en,
  handle,
  htmlPage,
  ServiceUnavailable,
  UnprocessableContent,
  zhCN,
} from '@faultless/node';
import { chromium } from 'playwright-core';

const FOLDER = 'docs/pictures';
const LANGUAGES = ['en', 'zh-CN', 'ar'];
const DESK = { width: 1440, height: 900 };
const TELEPHONE = { width: 320, height: 640 };

/** The looks that a page may have, by name: what a browser is told, and what it prints on. */
const LOOKS = {
  telephone: { viewport: TELEPHONE },
  'telephone-dark': { viewport: TELEPHONE, colorScheme: 'dark' },
  desk: { viewport: DESK },
  'desk-dark': { viewport: DESK, colorScheme: 'dark' },
  forced: { viewport: DESK, forcedColors: 'active' },
  print: { viewport: { width: 794, height: 1123 }, media: 'print' },
};

/** What the documents show of the page: the path, the language and the look. */
const SHOWN = [
  { path: '/422', locale: 'en', look: { viewport: { width: 640, height: 620 } } },
  { path: '/422', locale: 'ar', look: { viewport: { width: 640, height: 620 } } },
  { path: '/503', locale: 'zh-CN', look: { viewport: TELEPHONE, colorScheme: 'dark' } },
];

const ERRORS = {
  '/422': () =>
    new UnprocessableContent({
      extensions: {
        errors: [
          { detail: 'must be an e-mail address.', pointer: '#/email' },
          { detail: 'is too long.', pointer: '#/address/street', in: 'query' },
        ],
      },
    }),
  '/503': () => new ServiceUnavailable({ retryAfter: 7200 }),
};

execFileSync(process.execPath, ['scripts/install-test-tools.mjs', 'chromium'], {
  stdio: 'inherit',
});
const browser = await chromium.launch({
  executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox'],
});
const folder = process.argv[2];
try {
  if (folder === undefined) await takePlayground();
  await takePages();
} finally {
  await browser.close();
}

async function takePlayground() {
  const env = { ...process.env, PORT: '0' };
  const example = spawn(process.execPath, ['examples/api/dist/main.js'], { env });
  try {
    const [line] = await once(createInterface(example.stdout), 'line');
    const { page } = await open(line.replace(/^Express +/, ''), {
      viewport: { width: 1440, height: 1000 },
    });
    await page.waitForSelector('#verdict:has-text("No difference")');
    await page.screenshot({ path: join(FOLDER, 'playground.png') });
  } finally {
    example.kill();
  }
}

async function takePages() {
  const page = htmlPage({
    brand: 'Harbour Books',
    home: '/',
    support: 'mailto:help@shop.example?subject={reference}',
  });
  const fail = ({ url }) => {
    throw ERRORS[url]();
  };
  const options = { renderers: [page], locales: [en, zhCN, ar], report: () => undefined };
  const server = createServer(handle(fail, options)).listen(0);
  try {
    await once(server, 'listening');
    const origin = `http://localhost:${server.address().port}`;
    for (const { path, locale, look, to } of folder === undefined ? listShown() : listAll(folder)) {
      const { page: shown, close } = await open(origin + path, { ...look, locale });
      await shown.emulateMedia({ media: look.media ?? 'screen' });
      await shown.screenshot({ path: to });
      await close();
    }
  } finally {
    server.close();
  }
}

function listShown() {
  return SHOWN.map((one) => ({ ...one, to: join(FOLDER, `page-${one.locale}.png`) }));
}

function listAll(target) {
  return LANGUAGES.flatMap((locale) =>
    Object.entries(LOOKS).flatMap(([name, look]) =>
      Object.keys(ERRORS).map((path) => ({
        path,
        locale,
        look,
        to: join(target, `${path.slice(1)}-${locale}-${name}.png`),
      })),
    ),
  );
}

async function open(url, { media: _media, ...options }) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url);
  return { page, close: () => context.close() };
}
