import type { Log } from '#platform/http'
import { type Jobs, type ReadyJob, startJobs } from '#platform/jobs'
import { deliveryJob, type MailAddress } from '#platform/mail'
import { jobsOf } from '../../modules/modules.ts'
import type { Application } from './application.ts'

/** Runs the jobs of the platform and of every room in this process, in the server and in a worker apart alike. */
export function runJobs(
  { rooms, database, platform, url }: Application,
  options: {
    readonly mailServer: MailAddress | null
    readonly log: Log
    readonly now: () => Date
    readonly site: string
  },
): Jobs {
  const { mailServer, ...context } = options
  const sweep: ReadyJob = {
    name: 'files.sweep',
    schedule: '41 3 * * *',
    run: async () => void (await platform.files.sweep()),
  }
  const jobs = [deliveryJob({ database, server: mailServer }), sweep, ...jobsOf(rooms)]
  return startJobs({ url, jobs, ...context })
}
