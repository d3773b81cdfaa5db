import type { MappedCode } from '../../mappers/registry.js';

/** What mapped errors tell the client, by their stable code; `{placeholders}` are numbers or names. */
export const MESSAGES_EN = {
  upstream_failed: 'A service that this request needs did not give a usable answer.',
} as const satisfies Record<MappedCode, string>;
