import type { IncomingMessage } from 'node:http';

/** A request as it may be shown, on a screen that others see. */
export interface MaskedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

const SECRET = /auth|cookie|token|secret|key|session|passw|signature|credential/i;
const SECRET_PARAMETER =
  /([?&;][^=&;#]*(?:auth|cookie|token|secret|key|session|passw|sig|credential|code|state)[^=&;#]*=)[^&#]+/gi;

const MASK = '…';

/** What a request says, without the values of what looks like a secret. */
export function maskRequest({
  method = 'GET',
  url = '/',
  headers,
}: IncomingMessage): MaskedRequest {
  const entries = Object.entries(headers)
    .filter(([name]) => !name.startsWith(':'))
    .map(([name, value]) => [name, maskField(name, [value ?? []].flat().join(', '))] as const);
  return {
    method,
    url: url.replace(SECRET_PARAMETER, `$1${MASK}`),
    headers: Object.fromEntries(entries),
  };
}

function maskField(name: string, value: string): string {
  if (name === 'cookie') return value.replaceAll(/=[^;]*/g, `=${MASK}`);
  if (name === 'referer') return value.replace(SECRET_PARAMETER, `$1${MASK}`);
  if (!SECRET.test(name)) return value;
  // The scheme tells as much as a developer needs.
  const [scheme] = /^[\w-]+ /.exec(value) ?? [''];
  return `${name.endsWith('authorization') ? scheme : ''}${MASK}`;
}
