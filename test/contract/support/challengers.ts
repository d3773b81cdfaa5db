import { describeEachServer, type ServerUnderTest } from '../../harness/describe-each-server.js';
import type { RawAnswer } from '../../harness/raw-client.js';
import type { Handler, Options } from '../../harness/servers.js';

/** What is asked, and of a server with which options. */
interface Asked {
  readonly options?: Options;
  readonly fields?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Sends one request to a server of its own, whose handler fails. */
export type Ask = (fail: Handler, asked?: Asked) => Promise<RawAnswer>;

/** A handler that only throws. */
export function throwing(thrown: unknown): Handler {
  return () => {
    throw thrown;
  };
}

/** Describes what every server must do with challenges. */
export function describeEachChallenger(
  title: string,
  define: (ask: Ask, start: ServerUnderTest['start']) => void,
): void {
  describe(title, () => {
    describeEachServer((server) => {
      define(
        async (fail, { options, fields = {}, method = 'GET' } = {}) => {
          const { request } = await server.start(fail, options);
          return await request({ method, headers: fields });
        },
        (fail, options) => server.start(fail, options),
      );
    });
  });
}
