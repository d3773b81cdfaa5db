import { describeEachServer, type ServerUnderTest } from '../../harness/describe-each-server.js';

/** Starts the server at hand; it is closed after the test, and its connections with it. */
export type Start = ServerUnderTest['start'];

/** Describes what every server must do. */
export function eachServer(
  title: string,
  define: (start: Start, server: ServerUnderTest) => void,
): void {
  describe(title, () => {
    describeEachServer((server) => {
      define(server.start, server);
    });
  });
}
