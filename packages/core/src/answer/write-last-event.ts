import type { Exchange } from '../exchange.js';
import type { FindRepresentation } from '../negotiation/representation.js';
import type { Shown } from '../policy/decide.js';
import { type LastEvent, mediaTypeOf } from '../renderers/last-event.js';
import type { Notice } from '../reporting/report.js';
import { instanceOf, type WriteProblem } from './write-problem.js';

/** What the handler's options say of last events. */
interface LastEventSettings {
  readonly lastEvent: LastEvent | undefined;
  readonly findRepresentation: FindRepresentation;
  readonly writeProblem: WriteProblem;
}

/** What a stream that has begun still says, in the language in which it would have been answered. */
export function writeLastEvent(
  { error, appearance }: Shown,
  { request, response, context }: Pick<Exchange<unknown>, 'request' | 'response' | 'context'>,
  { settings, notice }: { readonly settings: LastEventSettings; readonly notice: Notice },
): string | undefined {
  try {
    const { locale } = settings.findRepresentation(request);
    const instance = instanceOf(error);
    const about = { instance, locale, appearance, request, context, notice };
    const problem = settings.writeProblem(error, about);
    const mediaType = mediaTypeOf(response.getHeader('content-type'));
    const last: unknown = settings.lastEvent?.(problem, mediaType);
    return typeof last === 'string' ? last : undefined;
  } catch (failure) {
    notice('the last event could not be made', failure);
    return undefined;
  }
}
