import type { ErrorHandlerOptions, MappingOptions, Renderer } from '@faultless/core';
import { BUILT_IN_RENDERERS } from '@faultless/core/adapter';
import { announceText, findAnnounced, type WaitingAnswer } from '@faultless/node/adapter';
import { isDevelopment, requireDevelopment } from './environment.js';
import { explainAnswer } from './explain-answer.js';
import { isLocalRequest } from './is-local-request.js';
import { maskRequest } from './mask-request.js';
import { renderHtml, renderMember, renderText, type Shown } from './render-developer-page.js';

/**
 * Shows a developer the stack, its causes, how the error was understood, and what production would send:
 * as a page, as text, or as the member `debug` of a JSON body. Give it the options of the error handler:
 *
 *     errorHandler(devPages({ realm: 'shop' }))
 *
 * Only a request of this machine is shown it, which comes from a loopback address, asks for a loopback host and
 * through no proxy; all others get what production sends.
 *
 * @throws {TypeError} where NODE_ENV is anything but `development`, `dev`, `test` or nothing
 */
export function devPages<Context>(
  options: ErrorHandlerOptions<Context> = {},
): ErrorHandlerOptions<Context> {
  requireDevelopment();
  const { renderers = BUILT_IN_RENDERERS } = options;
  // The error handler says what is wrong with them.
  if (!Array.isArray(renderers) || !renderers.every(isRenderer)) return options;
  const [first, ...others] = renderers as readonly [Renderer, ...Renderer[]];
  const settings = mappingOf(options);
  return {
    ...options,
    renderers: [withDebug(first, settings), ...others.map((one) => withDebug(one, settings))],
  };
}

function isRenderer(value: unknown): value is Renderer {
  return typeof (value as Partial<Renderer> | null)?.render === 'function';
}

function mappingOf({
  mappers,
  withoutMappers,
  validationStatus,
  maxValidationErrors,
  passOnProblems,
}: MappingOptions): MappingOptions {
  return { mappers, withoutMappers, validationStatus, maxValidationErrors, passOnProblems };
}

/** How long the page may take, in seconds: it reads the sources of the stack. */
const SECONDS = 10;

/** A format that tells more to the developer, and to everybody else what it told before. */
function withDebug(renderer: Renderer, options: MappingOptions): Renderer {
  const debug = findWay(renderer.mediaType);
  if (debug === undefined) return renderer;
  return {
    ...renderer,
    deterministic: false,
    render: (problem, locale, occasion) => {
      const instead = renderer.render(problem, locale, occasion);
      const own = findAnnounced(occasion.request);
      announceText(occasion.request, {
        name: own?.name ?? "the developer's page",
        seconds: own?.seconds ?? SECONDS,
        instead,
        render: (answer) =>
          isDevelopment() && isLocalRequest(answer.request)
            ? debug(collect(answer, options, instead), answer, instead)
            : own?.render(answer),
      });
      return instead;
    },
  };
}

function collect(answer: WaitingAnswer, options: MappingOptions, body: string): Shown {
  const { report, request, reply } = answer;
  return {
    thrown: report.error,
    causes: report.causes,
    title: `${reply.status} ${reply.reason}`,
    request: maskRequest(request),
    explanation: explainAnswer(answer, options, body),
  };
}

type Way = (shown: Shown, answer: WaitingAnswer, body: string) => string | Promise<string>;

function findWay(mediaType: string): Way | undefined {
  if (mediaType === 'text/html') return showPage;
  if (mediaType === 'text/plain') return renderText;
  return /[/+]json$/.test(mediaType) ? addMember : undefined;
}

async function showPage(shown: Shown, { response }: WaitingAnswer): Promise<string> {
  const { text, policy } = await renderHtml(shown);
  response.setHeader('Content-Security-Policy', policy);
  return text;
}

function addMember(shown: Shown, _answer: WaitingAnswer, body: string): string {
  const members = JSON.parse(body) as object;
  return JSON.stringify({ ...members, debug: renderMember(shown) }, null, 2);
}
