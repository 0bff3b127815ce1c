import type { Job } from '#platform/jobs'
import type { Inviting } from './room.ts'

/** What this room does by itself. */
export const submissionsJobs: readonly Job<Inviting>[] = [
  {
    // Once a day would do; asked each hour of the working day, so that an hour without the program loses no day.
    name: 'submissions.remind',
    schedule: '23 5-20 * * *',
    async run(submissions, { site }) {
      await submissions.remindDue(site)
    },
  },
  {
    name: 'submissions.see-letters',
    schedule: '*/15 * * * *',
    run: (submissions) => submissions.seeLetters(),
  },
]
