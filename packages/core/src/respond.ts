import { minimalReply } from './answer/minimal-reply.js';
import { renderBody } from './answer/render-body.js';
import { writeLastEvent } from './answer/write-last-event.js';
import { instanceOf } from './answer/write-problem.js';
import type { Exchange, Reply, RequestFacts } from './exchange.js';
import { applyObligations } from './headers/apply-obligations.js';
import { compileOptions, type ResponderParts, type Settings } from './options/compile-options.js';
import type { ErrorHandlerOptions, UnreadContent } from './options/error-handler-options.js';
import { type Decision, decide, findSubstitute, type Shown } from './policy/decide.js';
import { createDelivery } from './reporting/create-delivery.js';
import { createReport } from './reporting/create-report.js';
import { addOwnNotices, createNotices, type Notice, type Report } from './reporting/report.js';

/** What is done with one thrown value, and what the operator is told. */
export interface Answer {
  readonly reply: Reply;
  readonly report: Report;
}

/** The pipeline as an adapter sees it. Nothing here throws while a request is handled. */
export interface Responder<Context> {
  /** How long a client is listened to after an early answer, in bytes and seconds. */
  readonly unreadContent: Readonly<Record<keyof UnreadContent, number>>;
  /** Whether a reverse proxy has passed a request on, by the option, or by what the request shows. */
  isBehindProxy(request: RequestFacts): boolean;
  /** Decides how one thrown value is answered. */
  respond(thrown: unknown, exchange: Exchange<Context>): Answer;
  /** Hands a report to the operator. */
  report(report: Report, context: Context): void;
}

/**
 * Makes the pipeline that every adapter runs: map → policy → negotiate → render → headers. The
 * adapter writes what comes out.
 *
 * @param parts what it is made of; `BUILT_IN_MAPPERS`, `BUILT_IN_RENDERERS` and `BUILT_IN_LOCALES` are all
 *   that there is
 * @throws {TypeError} when an option is unknown or wrong
 */
export function createResponder<Context = RequestFacts>(
  options: ErrorHandlerOptions<Context>,
  parts: ResponderParts,
): Responder<Context> {
  const settings = compileOptions(options, parts);
  return {
    unreadContent: settings.unreadContent,
    isBehindProxy: settings.isBehindProxy,
    respond(thrown, exchange) {
      const notices = createNotices();
      const means = { settings, notice: notices.add };
      const mapping = settings.mapError(thrown, notices.add, exchange);
      addOwnNotices(mapping.error, notices.add);
      const decision = decide(mapping.error, exchange, means);
      const { reply, instance } = carryOut(decision, exchange, means);
      const fate = { decision, reply, instance, notices: notices.list };
      return { reply, report: createReport(exchange, { thrown, mapping }, fate) };
    },
    report: createDelivery(settings),
  };
}

/** What the stages go by, and whom they tell what they had to repair. */
interface Means<Context> {
  readonly settings: Settings<Context>;
  readonly notice: Notice;
}

/** A reply, and the instance that it names. */
interface Represented {
  readonly reply: Reply;
  readonly instance: string | undefined;
}

function carryOut<Context>(
  { action, shown }: Decision,
  exchange: Exchange<Context>,
  means: Means<Context>,
): Represented {
  if (action === 'none') return { reply: { action }, instance: undefined };
  if (action === 'destroy') {
    const last = shown && writeLastEvent(shown, exchange, means);
    return { reply: { action, last }, instance: undefined };
  }
  return (
    represent(shown, exchange, means) ??
    represent(findSubstitute(shown), exchange, means) ?? {
      reply: minimalReply(exchange),
      instance: undefined,
    }
  );
}

/** Represents what the client may see; undefined where something of the user's fails. */
function represent<Context>(
  { error, appearance, closes }: Shown,
  { request, response, context, content }: Exchange<Context>,
  { settings, notice }: Means<Context>,
): Represented | undefined {
  try {
    const representation = settings.findRepresentation(request);
    const instance = instanceOf(error);
    const sources = { representation, instance, appearance, request, context, settings, notice };
    const body = renderBody(error, sources);
    const header = applyObligations(
      error,
      { request, response, content },
      { settings, representation, notice },
    );
    const reply: Reply = {
      action: 'send',
      status: appearance.status,
      reason: appearance.reason,
      headers: [...header.fields, ['Content-Length', body.length]],
      removed: header.removed,
      body: request.method === 'HEAD' ? '' : body.text,
      ascii: body.ascii,
      closes,
    };
    return { reply, instance };
  } catch (failure) {
    notice('the answer could not be represented', failure);
    return undefined;
  }
}
