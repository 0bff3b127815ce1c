/** The door of jobs: what modules do by the clock, in the server or in workers apart. Knows no module. */
export { type Job, type JobContext, type ReadyJob, readyJobs, type Schedule } from './job.ts'
export { type Jobs, startJobs } from './start.ts'
