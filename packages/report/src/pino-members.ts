import type { ReportRecord } from './record.js';

/** `level` is pino's; in `err` it looks for errors, whose class it takes for their type. */
export function membersOf({ level: _level, error, ...members }: ReportRecord): object {
  return { ...members, err: Object.assign(Object.create(null) as object, error) };
}
