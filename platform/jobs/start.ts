import { setTimeout as sleep } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { JobContext, ReadyJob } from './job.ts'

export interface Jobs {
  /** Resolves when every job is on its schedule. */
  readonly ready: Promise<void>
  /** Takes nothing new and waits for what is running, half a minute at most. */
  stop(): Promise<void>
}

export interface JobOptions extends Omit<JobContext, 'signal'> {
  /** The database, whose schema `pgboss` holds the queue. It is made by the first process that runs jobs. */
  readonly url: string
  readonly jobs: readonly ReadyJob[]
}

/** How long a stop waits for what is running. */
const patience = 30_000

/** The longest pause after failures one after another. */
const longestPause = 60_000

/**
 * Runs jobs in this process, beside as many others as there are. Returns at once: a page need not wait for the queue,
 * and while the database is away it is tried again.
 */
export function startJobs(options: JobOptions): Jobs {
  const end = new AbortController()
  const running = [
    timed(
      options,
      options.jobs.filter((job) => typeof job.schedule === 'string'),
      end.signal,
    ),
    ...options.jobs.map((job) => {
      if (typeof job.schedule === 'string') return { ready: Promise.resolve(), ended: Promise.resolve() }
      const { every } = job.schedule
      return { ready: Promise.resolve(), ended: over(job, every, { ...options, signal: end.signal }) }
    }),
  ]
  return {
    ready: Promise.all(running.map(({ ready }) => ready)).then(() => undefined),
    async stop() {
      end.abort()
      await Promise.all(running.map(({ ended }) => ended))
    },
  }
}

/** Runs a job again and again until told to stop. */
async function over(job: ReadyJob, every: number, context: JobContext): Promise<void> {
  const { signal, log } = context
  let pause = every
  while (!signal.aborted) {
    try {
      await job.run(context)
      pause = every
    } catch (error) {
      pause = Math.min(Math.max(pause, 500) * 2, longestPause)
      if (!signal.aborted) log.error({ err: error, job: job.name }, 'job failed')
    }
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

/** Jobs of the clock: pg-boss sees to it that each time is one process's. */
function timed({ url, now, log, site }: JobOptions, jobs: readonly ReadyJob[], signal: AbortSignal) {
  let started: PgBoss | null = null

  async function open(): Promise<PgBoss> {
    const { PgBoss } = await import('pg-boss') // once pages are served, not before
    const queue = new PgBoss({ connectionString: url, max: 2, application_name: 'resolute jobs' })
    queue.on('error', (error) => log.error({ err: error }, 'queue of jobs'))
    return queue.start().catch(async (error: unknown) => {
      await queue.stop({ graceful: false, close: true }).catch(() => {})
      throw error
    })
  }

  async function schedule(queue: PgBoss, { name, schedule, run }: ReadyJob): Promise<void> {
    // one waiting or running is enough; a process that is killed shows by its missing heartbeat
    await queue.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 3,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 3600,
      heartbeatSeconds: 60,
    })
    await queue.schedule(name, schedule as string, null, { tz: 'UTC', missed: 'once' })
    await queue.work(name, { pollingIntervalSeconds: 2 }, async () => {
      try {
        await run({ now, log, site, signal })
      } catch (error) {
        log.error({ err: error, job: name }, 'job failed')
        throw error
      }
    })
  }

  async function begin(): Promise<void> {
    const left = [...jobs]
    for (let pause = 500; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      try {
        started ??= await open()
        for (; left[0]; left.shift()) await schedule(started, left[0])
        return
      } catch (error) {
        log.error({ err: error }, 'jobs could not be started')
        await sleep(pause, undefined, { signal }).catch(() => {})
      }
    }
  }

  const ready = begin()
  const told = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  const ended = Promise.all([ready, told]).then(() => started?.stop({ graceful: true, timeout: patience, close: true }))
  return { ready, ended }
}
