import { channel } from 'node:diagnostics_channel';
import { CHANNEL, type ReportMessage } from './channel.js';
import type { Sink } from './sink.js';

/**
 * The channel as it was last looked up. Node 20 forgets a channel when an earlier one of its name is collected:
 * so this one is held for as long as the process lives, and asked for by its name each time.
 */
let reports = channel(CHANNEL);

/** Publishes each record; takes none while nobody listens. */
export function channelSink(): Sink {
  return Object.assign(
    (...[record, context]: Parameters<Sink>) => {
      reports.publish({ record, context } satisfies ReportMessage);
    },
    {
      takes: () => {
        reports = channel(CHANNEL);
        return reports.hasSubscribers;
      },
    },
  );
}
