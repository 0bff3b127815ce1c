import type { Job } from '#platform/jobs'
import type { Lines } from './lines.ts'

/** What the lineage does by itself. */
export const lineageJobs: readonly Job<Lines>[] = [
  {
    // Once a minute, in one process of all: it holds the index of all paragraphs while it works.
    name: 'lineage.trace',
    schedule: '* * * * *',
    async run(lineage, { signal }) {
      await lineage.trace(signal)
    },
  },
]
