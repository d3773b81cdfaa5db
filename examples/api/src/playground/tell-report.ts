import type { Report } from '@faultless/express';

/** A report as the page shows it: the level, and what else there is to say, by name. */
export interface ToldReport {
  readonly level: Report['level'];
  readonly facts: readonly (readonly [name: string, text: string])[];
}

/** Tells a report without the places in its stacks: those are in the terminal. */
export function tellReport(report: Report): ToldReport {
  const { level, error, causes, status, sentStatus, outcome, concealed } = report;
  const { instance, method, path, route, mapper, code, notices } = report;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['status', String(status)],
    ['sent', sentStatus === undefined ? outcome : String(sentStatus)],
    ['concealed', concealed ? 'yes' : undefined],
    ['error', tellError(error)],
    ...causes.map((cause) => ['cause', tellError(cause)] as const),
    ['request', `${method} ${path}`],
    ['route', route],
    ['code', code],
    ['mapper', mapper],
    ...notices.map(({ message }) => ['notice', message] as const),
    ['instance', instance],
  ];
  return { level, facts: facts.filter((fact) => fact[1] !== undefined) as ToldReport['facts'] };
}

function tellError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
