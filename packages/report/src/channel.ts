import { channel } from 'node:diagnostics_channel';
import type { Sink } from './sink.js';

/** The name of the channel. */
export const CHANNEL = 'faultless:report';

/**
 * Publishes each record, and the framework's context, as `{ record, context }` on the channel
 * `faultless:report` of `node:diagnostics_channel`; makes none while nobody listens.
 */
export function channelSink(): Sink {
  const reports = channel(CHANNEL);
  return Object.assign(
    (...[record, context]: Parameters<Sink>) => {
      reports.publish({ record, context });
    },
    { takes: () => reports.hasSubscribers },
  );
}
