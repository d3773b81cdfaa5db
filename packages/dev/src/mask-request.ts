import type { IncomingMessage } from 'node:http';

/** A request as it may be shown, on a screen that others see. */
export interface MaskedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

const SECRET = /auth|cookie|token|secret|key|session|passw|signature|credential/i;
const SECRET_PARAMETER = /auth|cookie|token|secret|key|session|passw|sig|credential|code|state/i;

/** Parameters between two `&`, and what may hold more of them behind a `;`. */
const PARAMETERS = /([?&;])([^?&#]*)/g;

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
    url: maskParameters(url),
    headers: Object.fromEntries(entries),
  };
}

function maskParameters(url: string): string {
  return url.replace(PARAMETERS, (_whole, before: string, text: string) => {
    const parameters = text.split(';');
    const names = parameters.map((each) => each.split('=', 1).join());
    const at = names.findIndex((name) => SECRET_PARAMETER.test(name));
    if (at < 0) return before + text;
    // What stands behind a `;` may be more of the secret.
    return before + [...parameters.slice(0, at), `${names[at]}=${MASK}`].join(';');
  });
}

function maskField(name: string, value: string): string {
  if (name === 'cookie') return value.replaceAll(/=[^;]*/g, `=${MASK}`);
  if (name === 'referer') return maskParameters(value);
  if (!SECRET.test(name)) return value;
  // The scheme tells as much as a developer needs.
  const [scheme] = /^[\w-]+ /.exec(value) ?? [''];
  return `${name.endsWith('authorization') ? scheme : ''}${MASK}`;
}
