/** Counts a report of vitest, null where there is none; `code` is the exit code of the run. */
export function count(report: unknown, code: number): { passed: number; failed: number }
