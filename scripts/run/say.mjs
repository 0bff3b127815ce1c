import process from 'node:process'

/** Progress goes to standard error, so that standard output holds nothing but what was asked for. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Something the one who runs this must mend: printed as a sentence, exit code 1. */
export class Refusal extends Error {}
