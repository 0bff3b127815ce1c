import type { Log } from '#platform/http'

export interface JobContext {
  readonly now: () => Date
  readonly log: Log
  /** Address people use, for links in letters: `https://resolute.example.org`. */
  readonly site: string
  /** Aborted when the process is told to stop: finish what you are at, and begin nothing new. */
  readonly signal: AbortSignal
}

/**
 * Something a module does on its own. It may run twice and be broken off anywhere: what it does once it makes sure of by
 * a unique key, and what it did not get to is there the next time.
 */
export interface Job<Room> {
  /** `followup.send-reminders`. */
  readonly name: string
  readonly schedule: Schedule
  run(room: Room, context: JobContext): Promise<void>
}

/**
 * A cron expression in UTC: one process of all runs it, and one that was missed while nothing ran is made up for once.
 * Or milliseconds between two runs in each process, for a queue of one's own that shares the work out by locks.
 */
export type Schedule = string | { readonly every: number }

/** A job with its room. */
export interface ReadyJob {
  readonly name: string
  readonly schedule: Schedule
  run(context: JobContext): Promise<void>
}

/** Gives jobs their room. */
export function readyJobs<Room>(room: Room, jobs: readonly Job<Room>[] = []): readonly ReadyJob[] {
  return jobs.map(({ name, schedule, run }) => ({ name, schedule, run: (context) => run(room, context) }))
}
