/** The door of HTTP: what every program that answers requests needs. Knows no module. */
export { actAskedBy, asks } from './asks.ts'
export { compress } from './compress.ts'
export { closedHeaders } from './headers.ts'
export { type Log, openLog } from './log.ts'
export { networkOf } from './network.ts'
export { asProblem, type Problem, problem, problemOf } from './problem.ts'
export { fromOurPage, sameOrigin } from './same-origin.ts'
export { refusedTo, visitorOf } from './visitor.ts'
