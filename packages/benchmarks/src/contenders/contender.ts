import type { Server } from 'node:http';
import type { Http2Server } from 'node:http2';

/** A server that answers the scenarios in one way. */
export interface Contender {
  readonly name: string;
  /** Who it is compared with: contenders of one group share a floor. */
  readonly group: 'express' | 'koa' | 'node' | 'http2' | 'outside';
  /** The floor of its group: the same bytes written by hand, nothing thrown. */
  readonly floor?: true;
  /** Makes the server; it is not listening yet. */
  readonly create: () => Server | Http2Server | Promise<Server>;
}
