import type { HttpError } from './errors/http-error.js';
import { InternalServerError } from './errors/server-errors.js';
import { createDescriber } from './exposure/create-describer.js';
import { applyObligations } from './headers/apply-obligations.js';
import { readProperty } from './mappers/read-property.js';
import { compileOptions } from './options/compile-options.js';
import type { ErrorHandlerOptions } from './options/error-handler-options.js';
import { findAppearance, findTransportOutcome } from './policy/appearance.js';
import { findDisguise, GENERIC_NOT_FOUND } from './policy/concealment.js';
import { byteLength } from './renderers/byte-length.js';
import { minimalReply } from './renderers/minimal-reply.js';
import { renderText } from './renderers/render-text.js';
import { createReport } from './reporting/create-report.js';
import { deliverReport } from './reporting/deliver-report.js';
import { createNotices, type Notice } from './reporting/notices.js';
import type { Outcome, Report } from './reporting/report.js';
import type { Exchange, Reply, RequestFacts, ResponseState, SentReply } from './types.js';

/** What is done with one thrown value, and what the operator is told. */
export interface Answer {
  readonly reply: Reply;
  readonly report: Report;
}

/** The pipeline as an adapter sees it. Nothing here throws while a request is handled. */
export interface Responder<Context> {
  /** Decides how one thrown value is answered. */
  respond(thrown: unknown, exchange: Exchange<Context>): Answer;
  /** Hands a report to the operator. */
  report(report: Report, context: Context): void;
}

/** What a response that can't be answered any more comes to. */
const TOO_LATE: Readonly<
  Record<Exclude<ResponseState, 'open'>, { action: 'destroy' | 'none'; outcome: Outcome }>
> = {
  started: { action: 'destroy', outcome: 'truncated' },
  finished: { action: 'none', outcome: 'too-late' },
  gone: { action: 'none', outcome: 'client-gone' },
};

/** A reply, and the instance that it names. */
interface Represented {
  readonly reply: SentReply;
  readonly instance?: string;
}

/** Stands in for an error that can't be represented. */
const FAILURE = Object.freeze(new InternalServerError());

/**
 * Makes the pipeline that every adapter runs: map → policy → headers → negotiate → render.
 *
 * @throws {TypeError} when an option is unknown or wrong
 */
export function createResponder<Context = RequestFacts>(
  options: ErrorHandlerOptions<Context> = {},
): Responder<Context> {
  const settings = compileOptions(options);
  const describe = createDescriber(settings.defaultLocale);

  function respond(thrown: unknown, exchange: Exchange<Context>): Answer {
    const notices = createNotices();
    const { error } = settings.mapError(thrown, notices.add);
    const vendor = readProperty(error, 'vendor') as HttpError['vendor'];
    const facts = { error: thrown, status: error.status, notices: notices.list, vendor };
    if (exchange.state !== 'open') {
      const { action, outcome } = TOO_LATE[exchange.state];
      return { reply: { action }, report: createReport(exchange, { ...facts, outcome }) };
    }
    const disguise = findDisguise(error, exchange.context, {
      predicate: settings.conceal,
      notice: notices.add,
    });
    const act = disguise === undefined ? findTransportOutcome(vendor) : undefined;
    if (act !== undefined) {
      const report = createReport(exchange, { ...facts, outcome: act });
      return { reply: { action: 'destroy' }, report };
    }
    const { reply, instance } =
      represent(generalise(disguise ?? error), exchange, notices.add) ??
      represent(FAILURE, exchange, notices.add) ??
      minimalReply(exchange);
    const report = createReport(exchange, {
      ...facts,
      outcome: 'sent',
      sentStatus: reply.status,
      instance,
      concealed: disguise !== undefined,
    });
    return { reply, report };
  }

  function generalise(shown: HttpError): HttpError {
    return settings.genericNotFound && shown.status === 404 ? GENERIC_NOT_FOUND : shown;
  }

  function represent(
    shown: HttpError,
    { request, response }: Exchange<Context>,
    notice: Notice,
  ): Represented | undefined {
    try {
      const representation = settings.findRepresentation(request);
      const { renderer, locale } = representation;
      const instance = shown.instance ?? `urn:uuid:${crypto.randomUUID()}`;
      const appearance = findAppearance(shown, settings);
      const problem = describe(shown, { instance, locale, appearance, notice });
      const body = renderText(renderer, problem, locale);
      const header = applyObligations(
        shown,
        { request, response },
        {
          settings,
          representation,
          notice,
        },
      );
      const reply: SentReply = {
        action: 'send',
        status: appearance.status,
        reason: appearance.reason,
        headers: [...header.fields, ['Content-Length', String(byteLength(body))]],
        removed: header.removed,
        body: request.method === 'HEAD' ? '' : body,
      };
      return { reply, instance };
    } catch (failure) {
      notice('the answer could not be represented', failure);
      return undefined;
    }
  }

  return {
    respond,
    report: (report, context) => {
      deliverReport(settings.report, report, context);
    },
  };
}
