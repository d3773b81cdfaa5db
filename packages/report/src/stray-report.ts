import { findCauses, type Report } from '@faultless/core/adapter';

/** The report of an error that belongs to no request: nobody was answered, and nobody learns of it. */
export function strayReport(error: unknown): Report {
  return {
    level: 'error',
    error,
    causes: findCauses(error),
    status: 500,
    sentStatus: undefined,
    outcome: 'too-late',
    concealed: false,
    instance: undefined,
    method: '',
    path: '',
    route: undefined,
    notices: [],
  };
}
