import type * as http from 'node:http';
import { createRequire } from 'node:module';

/**
 * node:http, required: an import of it reads all that it exports, and with WebSocket loads undici,
 * which from Node 22 on takes longer than all of ours.
 */
export const NODE_HTTP = createRequire(process.execPath)('node:http') as Pick<
  typeof http,
  'METHODS' | 'ServerResponse'
>;
