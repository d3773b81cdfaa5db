import { createDescriber } from './answer/describe-problem.js';
import { minimalReply } from './answer/minimal-reply.js';
import { renderBody } from './answer/render-body.js';
import type { HttpError } from './errors/http-error.js';
import { InternalServerError } from './errors/server-errors.js';
import type { Exchange, Reply, RequestFacts, ResponseState, SentReply } from './exchange.js';
import { applyObligations } from './headers/apply-obligations.js';
import { compileOptions } from './options/compile-options.js';
import type { ErrorHandlerOptions, UnreadContent } from './options/error-handler-options.js';
import { findAppearance, findTransportOutcome } from './policy/appearance.js';
import { findDisguise, GENERIC_NOT_FOUND } from './policy/concealment.js';
import { mediaTypeOf } from './renderers/last-event.js';
import { createReport } from './reporting/create-report.js';
import { deliverReport } from './reporting/deliver-report.js';
import { createNotices, type Notice, type Outcome, type Report } from './reporting/report.js';
import { isErrorStatus } from './statuses/registered.js';
import { readProperty } from './values/read-property.js';

/** What is done with one thrown value, and what the operator is told. */
export interface Answer {
  readonly reply: Reply;
  readonly report: Report;
}

/** The pipeline as an adapter sees it. Nothing here throws while a request is handled. */
export interface Responder<Context> {
  /** How long a client is listened to after an early answer, in bytes and seconds. */
  readonly unreadContent: Readonly<Record<keyof UnreadContent, number>>;
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

/** A proxy may tell something else each time that it is asked. */
function readStatus(error: HttpError): number {
  const status = readProperty(error, 'status');
  return isErrorStatus(status) ? status : 500;
}

function readCode(error: HttpError): string | undefined {
  const code = readProperty(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

/** What the error calls this occurrence, or else a new name for it. */
function instanceOf({ instance }: HttpError): string {
  return instance ?? `urn:uuid:${crypto.randomUUID()}`;
}

/** Stands in for an error that can't be represented. */
const FAILURE = Object.freeze(new InternalServerError());

/**
 * Makes the pipeline that every adapter runs: map → policy → negotiate → render → headers.
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
    const { error, mapper } = settings.mapError(thrown, notices.add, exchange);
    const vendor = readProperty(error, 'vendor') as HttpError['vendor'];
    const status = readStatus(error);
    const found = { error: thrown, status, code: readCode(error), mapper, vendor };
    if (exchange.state !== 'open') {
      const { action, outcome } = TOO_LATE[exchange.state];
      const last = action === 'destroy' ? findLastEvent(error, exchange, notices.add) : undefined;
      const reply: Reply = last === undefined ? { action } : { action: 'destroy', last };
      const fate = { notices: notices.list, outcome };
      return { reply, report: createReport(exchange, found, fate) };
    }
    const disguise = findDisguise(error, exchange.context, {
      predicate: settings.conceal,
      notice: notices.add,
    });
    const act = disguise === undefined ? findTransportOutcome(vendor) : undefined;
    if (act !== undefined) {
      const fate = { notices: notices.list, outcome: act };
      return { reply: { action: 'destroy' }, report: createReport(exchange, found, fate) };
    }
    const { reply, instance } =
      represent(disguise ?? error, exchange, notices.add) ??
      represent(FAILURE, exchange, notices.add) ??
      minimalReply(exchange);
    const report = createReport(exchange, found, {
      notices: notices.list,
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
    candidate: HttpError,
    { request, response, content }: Exchange<Context>,
    notice: Notice,
  ): Represented | undefined {
    try {
      const shown = generalise(candidate);
      const representation = settings.findRepresentation(request);
      const instance = instanceOf(shown);
      const appearance = findAppearance(shown, settings);
      const { text, measure } = renderBody(shown, {
        describe,
        representation,
        instance,
        appearance,
        notice,
      });
      const sources = { settings, representation, notice };
      const header = applyObligations(shown, { request, response, content }, sources);
      const reply: SentReply = {
        action: 'send',
        status: appearance.status,
        reason: appearance.reason,
        headers: [...header.fields, ['Content-Length', measure.length]],
        removed: header.removed,
        body: request.method === 'HEAD' ? '' : text,
        ascii: measure.ascii,
      };
      return { reply, instance };
    } catch (failure) {
      notice('the answer could not be represented', failure);
      return undefined;
    }
  }

  /** What a stream that has begun still says, in the language in which it would have been answered. */
  function findLastEvent(
    error: HttpError,
    { request, response, context }: Exchange<Context>,
    notice: Notice,
  ): string | undefined {
    if (settings.lastEvent === undefined) return undefined;
    try {
      const disguise = findDisguise(error, context, { predicate: settings.conceal, notice });
      const shown = generalise(disguise ?? error);
      const { locale } = settings.findRepresentation(request);
      const instance = instanceOf(shown);
      const appearance = findAppearance(shown, settings);
      const problem = describe(shown, { instance, locale, appearance, notice });
      const last: unknown = settings.lastEvent(
        problem,
        mediaTypeOf(response.getHeader('content-type')),
      );
      return typeof last === 'string' ? last : undefined;
    } catch (failure) {
      notice('the last event could not be made', failure);
      return undefined;
    }
  }

  return {
    respond,
    unreadContent: settings.unreadContent,
    report: (report, context) => {
      deliverReport(settings.report, report, context);
    },
  };
}
