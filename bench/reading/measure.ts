export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Milliseconds of CPU time that an act takes, on all threads. */
export function spent(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

/** The median with the least and the most. */
export const spread = (all: readonly number[], digits: number): string =>
  `${median(all).toFixed(digits)} (${Math.min(...all).toFixed(digits)} to ${Math.max(...all).toFixed(digits)})`
