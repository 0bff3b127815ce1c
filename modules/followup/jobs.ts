import type { Job } from '#platform/jobs'
import type { MovesTold, Reminders } from './telling.ts'

/** What following up does by itself. */
export const followupJobs: readonly Job<Reminders & MovesTold>[] = [
  {
    // Once a day would do; asked each hour of the working day, so that an hour without the program loses no day.
    name: 'followup.send-reminders',
    schedule: '7 5-20 * * *',
    async run(followup, { now, site, signal }) {
      await followup.sendReminders('system:reminders', { on: now().toISOString().slice(0, 10), site, signal })
    },
  },
  {
    name: 'followup.tell-moves',
    schedule: { every: 5_000 },
    async run(followup, { site, signal }) {
      await followup.tellMoves('system:moves', { site, signal })
    },
  },
]
