import type { SubstatusTable } from './vendor-table.js';

/**
 * Application Request Routing, the proxy module of IIS 7 and later. Its 502.2 to 502.4 share their
 * numbers with IIS.
 *
 * @see https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code
 */
export const ARR = {
  '400.601': { temporary: false, nearest: 400 },
  '400.602': { temporary: false, nearest: 400 },
  '400.603': { temporary: false, nearest: 400 },
  '400.604': {
    temporary: 'unknown',
    nearest: 400,
    transport: 'client-gone',
  },
  '400.605': { temporary: false, nearest: 400 },
  '400.606': { temporary: 'unknown', nearest: 400 },
  '502.2': { temporary: 'unknown', nearest: 502 },
  '502.3': { temporary: 'unknown', nearest: 502 },
  '502.4': { temporary: true, nearest: 503 },
  '502.5': { temporary: 'unknown', nearest: 502 },
  '502.6': { temporary: 'unknown', nearest: 502 },
  '502.7': { temporary: 'unknown', nearest: 502 },
} as const satisfies SubstatusTable;
