import { channel } from 'node:diagnostics_channel';
import { CHANNEL, type ReportMessage } from './channel.js';
import type { Sink } from './sink.js';

/** Publishes each record; takes none while nobody listens. */
export function channelSink(): Sink {
  const reports = channel(CHANNEL);
  return Object.assign(
    (...[record, context]: Parameters<Sink>) => {
      reports.publish({ record, context } satisfies ReportMessage);
    },
    { takes: () => reports.hasSubscribers },
  );
}
