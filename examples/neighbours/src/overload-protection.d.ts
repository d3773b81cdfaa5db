declare module 'overload-protection' {
  import type { RequestHandler } from 'express';

  interface Options {
    /** Leaves the answer to the error handler. */
    readonly errorPropagationMode: boolean;
    /** Retry-After, in seconds. */
    readonly clientRetrySecs: number;
    /** In milliseconds. */
    readonly maxEventLoopDelay: number;
    /** In milliseconds. */
    readonly sampleInterval: number;
    /** Keeps the reason from the client. */
    readonly production: boolean;
  }

  export default function protect(
    framework: 'express',
    options: Options,
  ): RequestHandler & { stop(): void };
}
