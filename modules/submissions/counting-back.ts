import { addDays } from '#modules/calendar'

/** Weeks before a session by which its reports are handed in, where no rule of the body says another day (10-4-6). */
const weeksBeforeSession = 10

/** Days the United Nations works on nowhere: General Assembly resolution 53/208, sect. A; others differ by place. */
const holidays: readonly string[] = ['01-01', '12-25']

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The day itself where it is worked on, else the last one before it that is. */
export function workingDay(day: string): string {
  const off = weekday(day) === 0 || weekday(day) === 6 || holidays.includes(day.slice(5))
  return off ? workingDay(addDays(day, -1)) : day
}

/** What a deadline is counted from. */
interface Counting {
  /** ISO day the session starts on. */
  readonly starts: string
  /** Day its reports are handed in by, where a rule gives one. */
  readonly reportBy: string | null
  readonly today: string
  /** Weeks the office needs to make the report. */
  readonly weeks: number
}

/**
 * The working day by which answers are needed, so many weeks before the report is handed in. Where that has passed, fewer
 * weeks are left to the office, down to none; null where the report is due already.
 */
export function countBack({ starts, reportBy, today, weeks }: Counting): { deadline: string; weeks: number } | null {
  const by = reportBy ?? addDays(starts, -7 * weeksBeforeSession)
  for (let left = weeks; left >= 0; left--) {
    const deadline = workingDay(addDays(by, -7 * left))
    if (deadline > today) return { deadline, weeks: left }
  }
  return null
}
