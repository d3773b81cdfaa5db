import { copyNamed, copyText, createBudget } from './plain-value.js';
import { createRedactor } from './redactor.js';
import type { SentryEvent } from './sentry-captures.js';

/** What the SDK adds to an event: what has been done before, and, if it is told to, the variables of functions. */
interface Added {
  readonly breadcrumbs?: readonly Breadcrumb[];
  readonly exception?: {
    readonly values?: readonly { readonly stacktrace?: { readonly frames?: readonly object[] } }[];
  };
}

interface Breadcrumb {
  readonly message?: unknown;
  readonly data?: unknown;
}

const redactor = createRedactor();
const MAX_MESSAGE = 1024;

/** An event without secrets in what the SDK has added to it. */
export function redactEvent<Event extends SentryEvent>(event: Event): Event {
  const { breadcrumbs, exception } = event as Added;
  return {
    ...event,
    ...(breadcrumbs && { breadcrumbs: redactBreadcrumbs(breadcrumbs) }),
    ...(exception?.values && {
      exception: { ...exception, values: exception.values.map(withoutVariables) },
    }),
  };
}

/** The last ones matter most, where there is no room for all. */
function redactBreadcrumbs(breadcrumbs: readonly Breadcrumb[]): readonly Breadcrumb[] {
  const copying = { redactor, budget: createBudget(), above: [], copyError: () => '[error]' };
  return [...breadcrumbs]
    .reverse()
    .map(({ message, data, ...rest }) => ({
      ...rest,
      ...(typeof message === 'string' && {
        message: copyText(copying, '', [message, MAX_MESSAGE]),
      }),
      ...(data !== undefined && { data: copyNamed('', data, { path: '', copying }) }),
    }))
    .reverse();
}

function withoutVariables<
  Value extends { readonly stacktrace?: { readonly frames?: readonly object[] } },
>(value: Value): Value {
  const { stacktrace } = value;
  if (stacktrace?.frames === undefined) return value;
  const frames = stacktrace.frames.map((frame) => ({ ...frame, vars: undefined }));
  return { ...value, stacktrace: { ...stacktrace, frames } };
}
