import { checkDiscovery } from './check-discovery.js';
import { start } from './start.js';

const { origin, stop } = await start(0);
try {
  for (const step of await checkDiscovery(origin)) console.log(step);
} finally {
  stop();
}
