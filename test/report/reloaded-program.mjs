import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as sleep } from 'node:timers/promises';
import { reportTo } from '@faultless/report';
import { CHANNEL } from '@faultless/report/channel';

// An app is made anew, as on a reload: the first reporter is collected before the second one is asked for, and
// the runtime hears of that afterwards.
(() => reportTo([]))();
await sleep(10);
globalThis.gc();
const reporter = reportTo([]);
await sleep(50);
subscribe(CHANNEL, ({ record }) => console.log(`heard of ${record.error.message}`));
reporter.stray(new Error('what happened'));
