import { PROXIES, type ReverseProxy } from './proxies.js';
import { findProxy } from './start-proxy.js';

/** Runs a suite behind every proxy, or behind those of some names; one that can't be had is skipped. */
export function describeEachProxy(
  suite: (proxy: ReverseProxy, program: string) => void,
  names = PROXIES.map(({ name }) => name),
): void {
  for (const proxy of PROXIES.filter(({ name }) => names.includes(name))) {
    const program = findProxy(proxy);
    if (program === undefined) {
      describe.skip(`behind ${proxy.name}, which can't be had`, () => {
        it('is not tested', () => undefined);
      });
    } else {
      describe(`behind ${proxy.name}`, () => {
        suite(proxy, program);
      });
    }
  }
}
