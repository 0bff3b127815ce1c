const SECOND_THOUGHTS = 1_000

/**
 * Resolves when this process is told to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the program that started
 * it. A terminal and npm may both pass the same Ctrl-C on; told again after a second, the process leaves at once.
 */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    const told = () => {
      if (first === 0) {
        first = Date.now()
        resolve()
      } else if (Date.now() - first > SECOND_THOUGHTS) {
        process.exit(1)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told)
    if (process.send) process.once('disconnect', told)
  })
}
